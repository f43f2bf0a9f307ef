"""The addresses of forms. Records are looked up among those that there are; no path is put together from a request."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Any, Final
from urllib.parse import parse_qsl

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from generator.preview.editing import answers
from generator.preview.editing.conversation import Answer, Post, on_edit, on_new, on_post
from generator.preview.editing.desk import Desk
from generator.preview.editing.form_page import EDIT, NEW
from generator.preview.editing.seal import set_word, word_of

POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS: Final = {"content-security-policy": POLICY, "referrer-policy": "same-origin"}
"""Of a form's page. Without a referrer the browser would not say where a form comes from (Fetch, `Origin: null`)."""

LONGEST: Final = 30.0
"""Seconds in which a form has to have come."""

MOST_FIELDS: Final = 20_000

Handler = Callable[[Request], Awaitable[Response]]


def routes(desk: Desk) -> Sequence[Route]:
    """What is answered below `_dateline/edit` and `_dateline/new`."""
    return (
        Route(f"/{EDIT}/meaning", _asked(answers.meaning), methods=["GET"]),
        Route(f"/{EDIT}/id", _asked(answers.suggested), methods=["GET"]),
        Route(
            f"/{EDIT}/records", _asked(lambda asked: answers.records(asked, desk.stock())), methods=["GET"]
        ),
        Route(f"/{EDIT}/prose", _prose(desk), methods=["POST"]),
        Route(f"/{NEW}/{{kind}}", _shown(desk, on_new), methods=["GET"]),
        Route(f"/{EDIT}/{{kind}}/{{id}}", _shown(desk, on_edit), methods=["GET"]),
        Route(f"/{EDIT}/{{kind}}/{{id}}", _posted(desk), methods=["POST"]),
        Route(f"/{EDIT}/{{kind}}", _posted(desk), methods=["POST"]),
    )


def _asked(answer: Callable[[Any], answers.Answer]) -> Handler:
    async def endpoint(request: Request) -> Response:
        return JSONResponse(await run_in_threadpool(answer, dict(request.query_params)))

    return endpoint


def _prose(desk: Desk) -> Handler:
    async def endpoint(request: Request) -> Response:
        pairs = await _pairs(request)
        asked = dict(pairs or ())
        if not desk.seals.holds(request, asked.get("_seal", "")):
            return PlainTextResponse("That form is not of this preview.\n", 403)
        return JSONResponse(await run_in_threadpool(answers.prose, asked, desk.stock()))

    return endpoint


def _shown(desk: Desk, show: Callable[..., Answer]) -> Handler:
    async def endpoint(request: Request) -> Response:
        word = word_of(request)
        told = dict(request.query_params)
        answer = await run_in_threadpool(
            show,
            desk,
            desk.seals.of(word),
            request.path_params["kind"],
            request.path_params.get("id", ""),
            told,
        )
        return _response(answer, request, word)

    return endpoint


def _posted(desk: Desk) -> Handler:
    async def endpoint(request: Request) -> Response:
        pairs = await _pairs(request)
        if pairs is None:
            return PlainTextResponse("That form did not come whole.\n", 400)
        word = word_of(request)
        own = {name: text for name, text in pairs if name.startswith("_")}
        post = Post(
            kind=request.path_params["kind"],
            id=request.path_params.get("id", ""),
            own=own,
            pairs=tuple(pair for pair in pairs if not pair[0].startswith("_")),
            sealed=desk.seals.holds(request, own.get("_seal", "")),
            seal=desk.seals.of(word),
        )
        return _response(await run_in_threadpool(on_post, desk, post), request, word)

    return endpoint


async def _pairs(request: Request) -> list[tuple[str, str]] | None:
    """The names and texts of a form; None for what is no form, or did not come in time."""
    try:
        body = await asyncio.wait_for(request.body(), LONGEST)
        return parse_qsl(
            body.decode("utf-8", "replace"),
            keep_blank_values=True,
            errors="replace",
            max_num_fields=MOST_FIELDS,
        )
    except (ValueError, TimeoutError):
        return None


def _response(answer: Answer, request: Request, word: str) -> Response:
    if answer.elsewhere:
        return RedirectResponse(answer.elsewhere, 303)
    response = Response(answer.content, answer.status, HEADERS, "text/html")
    set_word(response, request, word)
    return response
