"""What a reading has cost, as far as a server says."""

from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True)
class Cost:
    """Requests made, answers that the cache held, and tokens as the server reports them.

    ``unreported`` counts the answers of which the server did not say how many tokens they took.

    >>> print(Cost(requests=2, cached=1, prompt_tokens=1200, completion_tokens=90) + Cost(requests=1, unreported=1))
    3 requests, 1 answer from the cache, 1,200 prompt and 90 completion tokens (1 answer came without a count)
    """

    requests: int = 0
    cached: int = 0
    prompt_tokens: int = 0
    completion_tokens: int = 0
    unreported: int = 0

    def __add__(self, other: "Cost") -> "Cost":
        return Cost(*(getattr(self, f.name) + getattr(other, f.name) for f in fields(self)))

    def __bool__(self) -> bool:
        return bool(self.requests or self.cached)

    def __str__(self) -> str:
        tokens = f"{self.prompt_tokens:,} prompt and {self.completion_tokens:,} completion tokens"
        unknown = f" ({counted(self.unreported, 'answer')} came without a count)" if self.unreported else ""
        return (
            f"{counted(self.requests, 'request')}, {counted(self.cached, 'answer')} from the cache, {tokens}{unknown}"
        )


def counted(count: int, noun: str) -> str:
    """A count and its noun, which takes an s where the count is not one.

    >>> counted(1, "quote"), counted(1200, "quote")
    ('1 quote', '1,200 quotes')
    """
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
