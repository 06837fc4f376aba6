"""Templates: every value is escaped, whatever it holds."""

from functools import cache
from typing import Any
from urllib.parse import urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse

from sayso import __version__
from sayso.serve.pages.wording import numbers, plural, readable
from sayso.serve.site import site_of


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("sayso.serve", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(urlencoded=urlencode, readable=readable, numbers=numbers, plural=plural)
    environment.globals["version"] = __version__
    return environment


def page(request: Request, template: str, /, *, status: int = 200, **values: Any) -> HTMLResponse:
    """The page made of a template and what it shows."""
    site = site_of(request)
    shown = {"site": site, "path": request.url.path, "reviewer": site.reviewer, **values}
    html = _environment().get_template(template).render(shown)
    return HTMLResponse(html, status_code=status, headers={"Vary": "Accept"})
