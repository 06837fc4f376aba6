"""Tells the story from what a page wraps around it: share buttons, link lists, credits, notices."""

import re
from collections.abc import Iterator
from functools import lru_cache

from sayso.ingest.article import Span

_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
_LONGEST = 400  # a longer line is the story's
_THING = (
    r"(?:articles?|stories|story|news|content|topics?|coverage|links?|posts?|reads?|reading|videos?|reports?|items?)"
)
_HEADINGS = re.compile(
    r"you (?:might|may)(?: also)?(?: like| enjoy| be interested in| have missed)(?: these)?|"
    r"related(?: "
    + _THING
    + r")?|(?:also read|read (?:more|also|next|on)|more to read|what to read next|up next|next up)|see also|"
    r"further reading|"
    r"more (?:on|from|about)(?: this(?: " + _THING + r")?| [\w’' ]{1,30})|more " + _THING + r"|keep reading|"
    r"(?:most|more) (?:read|popular|viewed|shared|watched|commented)(?: " + _THING + r")?|popular(?: " + _THING + r")?|"
    r"trending(?: now| today| " + _THING + r")?|recommended(?: for you| by [\w ]{1,20}| " + _THING + r")?|"
    r"(?:our )?(?:top|latest|other|recent|similar|featured|popular) " + _THING + r"|"
    r"editors?[’']?s?[’']? (?:picks?|choice)|"
    r"don[’']t miss(?: this| out)?|in case you missed it|around the web|from (?:around )?the web|from our partners|"
    r"(?:sponsored|promoted|paid|partner)(?: " + _THING + r")?|tags|topics|share(?: this(?: " + _THING + r")?)?",
    re.IGNORECASE,
)
_REST = re.compile(
    r"(?:\d+ )?comments?(?: \(\d+\))?|leave a (?:comment|reply)|join the (?:conversation|discussion)|post a comment|"
    r"about the authors?",
    re.IGNORECASE,
)
_ALONE = re.compile(
    r"(?:advertisement|advertising|ad|sponsored|continue reading|(?:the )?(?:story|article) continues below"
    r"(?: (?:this )?advertisement)?|scroll (?:down )?to continue|skip (?:to|past) [\w ]{1,30}|loading|close|"
    r"back to top|\d+ min(?:ute)?s? read|reading time:? \d+ min(?:ute)?s?|listen to (?:this )?article|"
    r"(?:-+ ?)?ends(?: ?-+)?|newsletters?|subscribe|sign up|log in|sign in|register|menu|search|home|contact us|"
    r"about us|privacy(?: policy)?|terms (?:of|and) [\w ]{1,20}|cookie (?:policy|settings|notice|preferences)|"
    r"manage (?:cookies|my choices)|accept(?: all)?(?: cookies)?)",
    re.IGNORECASE,
)
_START = re.compile(
    r"(?:you (?:might|may) also (?:like|be interested in)|related(?: " + _THING + r")?|(?:read|see) (?:more|also)|"
    r"also read|read next|recommended|more on this(?: story)?|tags?|topics?|filed under|keywords|categor(?:y|ies)|"
    r"watch|listen|gallery|in pictures|share)\s?[:|»›]\s?\S|"
    r"(?:share|print|save|email) (?:this|on|via|to)\b(?!.*[a-z]\.$)|"
    r"follow (?:us|@\w+|[\w ]{1,40}) (?:on|at) (?:@?[A-Z]|social|our)|follow us\b|like us on\b|"
    r"(?:subscribe|sign up)(?: here| now| today| free)? (?:to|for|now|here|today|and)\b|"
    r"get (?:the latest|our|all the|breaking) .{0,60}(?:newsletter|inbox|app\b|alerts|delivered)|"
    r"download (?:our|the) .{0,40}\bapp\b|(?:click|tap) here\b|to comment on this\b|"
    r"©|\(c\) |copyright (?:©|\(c\)|\d{4}|by\b)|all rights reserved|"
    r"(?:we|we and our .{0,40}partners|this (?:web)?site|our (?:web)?site) uses? cookies|cookies help us|"
    r"by (?:continuing|using|clicking|browsing) .{0,80}(?:cookies|privacy|terms)|"
    r"(?:file )?(?:photo(?:graph|s)?|image|picture|video)(?: credits?| by| source| courtesy)?\s?[:/]|"
    r"(?:photo(?:graph|s)?|image|picture|video) (?:by|courtesy|credits?)\b|(?:credits?|caption)\s?:|"
    r"\(?(?:additional |further )?(?:reporting|editing|writing|compiled|edited|written|translated|produced|"
    r"with reporting|with additional reporting)(?: and \w+)?(?: contributed)? (?:by\b|from\b)|"
    r"(?:published|posted|updated|last updated)(?: on| at)?:? .{0,30}\d.{0,30}$",
    re.IGNORECASE,
)
_WITHIN = re.compile(
    r"\ball rights reserved\b|\bcontributed (?:to (?:this|the) (?:report|story|article)|reporting)\.?\)?$|"
    r"\bthis (?:material|article|content) may not be (?:published|reproduced|copied)\b",
    re.IGNORECASE,
)
_CREDIT = re.compile(r"[\w )]/(?:[A-Z][\w.]*[ /]?){1,5}(?: via .{1,30})?\)?$")
_BUTTONS = frozenset(
    re.findall(
        r"\S+",
        """
        share facebook twitter x whatsapp telegram linkedin email e-mail mail print copy link reddit pinterest
        messenger tweet save instagram on via this article story page by send flipboard bluesky threads mastodon
        for later pocket sms viber line wechat vk youtube tiktok rss comment comments like post icon opens in new
        window and
        """,
    )
)
_PLAIN_BUTTONS = {"share", "facebook", "twitter", "whatsapp", "telegram", "linkedin", "tweet", "print", "reddit"}
_EDGES = re.compile(r"^[\s#*>»›•|:–—-]+|[\s#*>»›•|:.…→–—-]+$")
_SENTENCE = re.compile(r"[.!…。！؟।][\"'”’»)\]」』]*$")
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]")


def body_spans(text: str, start: int = 0) -> tuple[Span, ...]:
    r"""The stretches of the text from ``start`` on that are the story, in order.

    A heading of a list of links takes the list with it; where sentences go on, so does the story. The
    space at the end of the text belongs to a story that reaches it.

    >>> text = "The port is open again.\n\nRead more\nStorm Hits Coast\n\nShips came in on the first day of May."
    >>> [text[a:b] for a, b in body_spans(text)]
    ['The port is open again.', 'Ships came in on the first day of May.']
    """
    spans: list[Span] = []
    joined = False
    for first, last, kept in _judged(text, start):
        if kept and joined:
            spans[-1] = (spans[-1][0], last)
        elif kept:
            spans.append((first, last))
        joined = kept
    if joined:
        spans[-1] = (spans[-1][0], len(text))
    return tuple(spans)


def is_sentence(line: str) -> bool:
    """Whether a line reads as running text: at least eight words and a full stop at its end.

    >>> is_sentence("Storm Hits Coast"), is_sentence("He said that the road would be open by noon.")
    (False, True)
    """
    if len(line) > _LONGEST or not _SENTENCE.search(line[-4:]):
        return len(line) > _LONGEST
    return len(line.split()) >= 8 or (len(line) >= 16 and _UNSPACED.search(line) is not None)


def _judged(text: str, start: int) -> Iterator[tuple[int, int, bool]]:
    """Each line that is not blank, as offsets without the space around it, and whether it is the story's."""
    in_list = ended = False
    for found in _LINE.finditer(text, start):
        line = found[0].strip()
        if not line:
            continue
        first = found.start() + len(found[0]) - len(found[0].lstrip())
        in_list = in_list and not is_sentence(line)
        kept = not ended and not in_list
        if kept and len(line) <= _LONGEST:
            in_list, ended, wrapping = _judge(line)
            kept = not wrapping
        yield first, first + len(line), kept


@lru_cache(4096)
def _judge(line: str) -> tuple[bool, bool, bool]:
    """Whether a short line heads a list of links, opens what follows the article, or is wrapping itself."""
    bare = _EDGES.sub("", line)
    heads, opens = bool(_HEADINGS.fullmatch(bare)), bool(_REST.fullmatch(bare))
    return heads, opens, heads or opens or _is_wrapping(line, bare)


def _is_wrapping(line: str, bare: str) -> bool:
    if _ALONE.fullmatch(bare) or _START.match(line) or _WITHIN.search(line):
        return True
    words = [word for word in re.split(r"[\s|·•,/]+", bare.lower()) if word]
    if words and len(words) <= 24 and _BUTTONS.issuperset(words) and _PLAIN_BUTTONS.intersection(words):
        return True
    if _CREDIT.search(line) and len(line) <= 250 and not _SENTENCE.search(line):
        return True
    pieces = re.split(r"\s[|·•]\s", line)
    return len(pieces) >= 3 and all(len(piece.split()) <= 4 for piece in pieces)
