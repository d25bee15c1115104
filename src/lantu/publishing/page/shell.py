"""The page around the documents: its head, its style and script, and the policy that lets nothing else run."""

import base64
import hashlib
import json
from functools import cache
from html import escape
from importlib.resources import files
from typing import Any

from lantu.publishing.options import Language
from lantu.publishing.page.labels import LABELS, page_words

#: The script's parts in the order in which they build on each other.
SCRIPTS = ("dom.js", "words.js", "store.js", "lists.js", "filters.js", "card.js", "reader.js", "keys.js", "main.js")
STYLES = ("page.css", "document.css", "panel.css")


def head_html(title: str, language: Language) -> str:
    """Everything up to the first document."""
    tag = "en" if language is Language.EN else "zh-Hans"
    return f"""<!doctype html>
<html lang="{tag}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy()}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Lantu">
<meta name="color-scheme" content="light dark">
<title>{escape(title)}</title>
<style>{style()}</style>
</head>
<body>
{_header(language)}
<main>
"""


def foot_html() -> str:
    """Everything after the last document: the lists, the words and the script."""
    return f"""{_PANEL}
</main>
<script type="application/json" id="words">{script_json(page_words())}</script>
<script>{script()}</script>
</body>
</html>
"""


def script_json(value: Any) -> str:
    """A value as JSON that can stand in a script element whatever a document says: no tag can end it."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).translate(_SCRIPT_ESCAPES)


_SCRIPT_ESCAPES = str.maketrans(
    {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
)


def policy() -> str:
    """The content security policy: this page's own style and script by their hashes, and nothing from anywhere."""
    return (
        f"default-src 'none'; script-src 'sha256-{_digest(script())}'; style-src 'sha256-{_digest(style())}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


@cache
def style() -> str:
    """The page's whole style sheet."""
    return "\n".join(map(_asset, STYLES))


@cache
def script() -> str:
    """The page's whole script, in a scope of its own."""
    return '(() => {\n"use strict";\n' + "\n".join(map(_asset, SCRIPTS)) + "\n})();"


def _asset(name: str) -> str:
    return files("lantu.publishing").joinpath("assets", name).read_text(encoding="utf-8")


def _header(language: Language) -> str:
    word = {key: pair[language is Language.EN] for key, pair in LABELS.items()}
    return f"""<a class="skip" href="#panel" data-t="skip">{word["skip"]}</a>
<header>
<span class="brand" data-t="brand">{word["brand"]}</span>
<button id="contents-switch" type="button" aria-expanded="false" data-t="contents">{word["contents"]}</button>
<label class="choice"><span class="unseen" data-t="document_choice">{word["document_choice"]}</span>
<select id="document"></select></label>
<div class="views" role="group" data-t-label="lists">
<button type="button" data-view="document" aria-pressed="true" data-t="view_document">{word["view_document"]}</button>
<button type="button" data-view="lists" aria-pressed="false" data-t="view_lists">{word["view_lists"]}</button>
</div>
<button id="language" type="button" data-t="language_switch">{word["language_switch"]}</button>
</header>"""


_PANEL = """<section id="panel" class="panel" data-t-label="lists" tabindex="-1">
<h1 class="unseen" data-t="lists"></h1>
<div class="tabs" role="tablist" data-t-label="lists">
<button role="tab" id="tab-statements" aria-controls="list" data-tab="statements" type="button"></button>
<button role="tab" id="tab-tasks" aria-controls="list" data-tab="tasks" type="button"></button>
<button role="tab" id="tab-projects" aria-controls="list" data-tab="projects" type="button"></button>
<button role="tab" id="tab-findings" aria-controls="list" data-tab="findings" type="button"></button>
</div>
<div class="filters" role="search">
<input id="search" type="search" autocomplete="off" spellcheck="false" data-t-label="search" data-t-hint="search_hint">
<output id="count" for="search measure period"></output>
<div class="only-statements">
<div id="kinds" class="kinds" role="group" data-t-label="filter_kind"></div>
<select id="measure" data-t-label="filter_measure"></select>
<select id="period" data-t-label="filter_period"></select>
</div>
</div>
<div id="list" class="list" role="tabpanel" tabindex="0"></div>
<section id="card" class="card" data-t-label="detail" aria-live="polite" tabindex="-1"></section>
</section>"""
