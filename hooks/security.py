"""Says in each finished page what it may run and load: a Content-Security-Policy with hashes of its inline scripts.

Only the theme's own scripts get one. A script that came with a text, past all cleaning, stays without, and is told of.
``overrides/partials/policy.html`` says where the policy stands.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, cast

from markupsafe import Markup, escape
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority

import delivery
from delivery import Delivery
from studynotes.publishing.policy import Inline, patterns, policy

if TYPE_CHECKING:
    import re

    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

log = logging.getLogger("mkdocs.hooks.security")

TEMPLATE = "partials/policy.html"
POLICY = 'http-equiv="Content-Security-Policy" content="{}"'  # no text has quotation marks unescaped
MARK = POLICY.format("@policy@")
SCRIPTS = "partials/javascripts/"  # the theme's templates of inline scripts
INLINE = {Delivery.PUBLISHED: Inline.KNOWN, Delivery.FOLDER: Inline.FROM_FOLDER, Delivery.SERVED: Inline.ANY}
_KEY = "security"


@event_priority(-100)
def on_env(env: Environment, *, config: MkDocsConfig, files: Files) -> None:
    """Learn the theme's inline scripts, and let no text become markup again where the theme strips tags of titles."""
    if env.loader is None:
        raise PluginError("the theme has no templates")
    names = [name for name in env.loader.list_templates() if name.startswith(SCRIPTS)]
    env.filters["striptags"] = lambda text: escape(Markup(text).striptags())  # noqa: S704 (on its way out)
    config.extra[_KEY] = patterns(env.loader.get_source(env, name)[0] for name in names)


@event_priority(-100)  # the page is finished: what is added later has no leave to run
def on_post_page(output: str, *, page: Page, config: MkDocsConfig) -> str:
    """Set the policy of a page."""
    return _with_policy(output, page.file.src_uri, config)


@event_priority(-100)
def on_post_template(output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
    """Set the policy of a page that is none of the navigation's, such as 404.html."""
    return _with_policy(output_content, template_name, config) if template_name.endswith(".html") else output_content


def _with_policy(html: str, name: str, config: MkDocsConfig) -> str:
    if html.count(MARK) != 1:
        raise PluginError(f"{name}: its template has to include {TEMPLATE} once, in the head")
    made = policy(html, cast("tuple[re.Pattern[str], ...]", config.extra[_KEY]), INLINE[delivery.of(config)])
    for script in made.refused:
        log.warning(
            "%s has an inline script that is not the theme's, which will not run where the site is published: "
            "move it to a file (%s…)",
            name,
            script,
        )
    return html.replace(MARK, POLICY.format(made.text))
