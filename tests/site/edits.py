"""What editors do to a site, as random edits of a model site's files. None asks whether the result makes sense."""

from __future__ import annotations

import os
import random
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from generator.rendering.environment import environment
from tests.site.model_site import Site

WORDS = ("bridge", "river", "council", "ferry", "truce", "north", "harbour", "valley", "market", "mill")
ACTORS = ("river-brigade", "town-council", "amina-saleh", "ferry-union", "courier", "wire", "herald")
PLACES = ("river-country", "valley", "nahr", "nahr-bridge")
ARTICLES = ("courier-bridge", "wire-bridge", "herald-bridge", "herald-truce", "courier-second")
EVENTS = ("bridge-attack", "river-campaign", "ferry-strike", "treaty", "hidden", "withdrawn")
DATES = (
    "2014-08-22",
    "2014-08-24",
    "2014-08-25~",
    "2014-08",
    "2014-08-20/2014-08-27",
    "2014-09-01",
    "2014-07-30",
)
TARGETS = (*ACTORS, *PLACES, *EVENTS[:4], "courier-bridge", "Liwa al-Nahr", "لواء النهر", "an-Nahr")


@dataclass
class Draft:
    """A site being edited by chance."""

    site: Site
    chance: random.Random
    options: dict[str, object]

    def file(self, folder: str = "") -> Path:
        """A record's file."""
        files = sorted((self.site.root / "content" / folder).rglob("*.md"))
        return self.chance.choice([file for file in files if not file.name.endswith(".ar.md")])

    def one(self, kind: str, words: tuple[str, ...]) -> Path | None:
        found = list((self.site.root / "content" / kind).rglob(f"{self.chance.choice(words)}.md"))
        return found[0] if found else None

    def phrase(self) -> str:
        return " ".join(self.chance.choices(WORDS, k=self.chance.randint(1, 3)))


def put(file: Path, field: str, value: str) -> None:
    """Set a one-line field of the front matter, or take it away with an empty value."""
    text = file.read_text(encoding="utf-8")
    line = f"{field}: {value}\n" if value else ""
    pattern = re.compile(rf"^{field}:.*\n(?:[ \t]+.*\n)*", re.MULTILINE)
    head, body = text.split("\n---\n", 1) if "\n---\n" in text else (text, "")
    head += "\n"
    head = pattern.sub(lambda _: line, head, count=1) if pattern.search(head) else head + line
    file.write_text(f"{head}---\n{body}", encoding="utf-8")


def body(draft: Draft) -> None:
    file = draft.file()
    file.write_text(file.read_text(encoding="utf-8") + f"\nMore of the {draft.phrase()}.\n", encoding="utf-8")


def mention(draft: Draft) -> None:
    file = draft.file()
    target = draft.chance.choice(TARGETS)
    text = f"\nSeen by [[{target}]] at the {draft.phrase()}.\n"
    file.write_text(file.read_text(encoding="utf-8") + text, encoding="utf-8")


def unmention(draft: Draft) -> None:
    file = draft.file()
    head, rule, prose = file.read_text(encoding="utf-8").rpartition("\n---\n")
    prose = re.sub(r"\[\[[^\]|]*\|?([^\]]*)\]\]", r"\1", prose, count=1)
    file.write_text(head + rule + prose, encoding="utf-8")


def title(draft: Draft) -> None:
    file = draft.file()
    field = "name" if "/actors/" in str(file) or "/locations/" in str(file) else "title"
    put(file, field, f"The {draft.phrase()} {draft.chance.randint(1, 99)}")


def summary(draft: Draft) -> None:
    put(draft.file(), "summary", f"Of the *{draft.phrase()}*.")


def alias(draft: Draft) -> None:
    if file := draft.one("actors", ACTORS) if draft.chance.random() < 0.6 else draft.one("locations", PLACES):
        put(file, "aliases", f"[{draft.chance.choice(('Liwa al-Nahr', 'an-Nahr', draft.phrase()))}]")


def former_name(draft: Draft) -> None:
    if file := draft.one("actors", ACTORS):
        put(
            file,
            "former_names",
            f"[{{name: Old {draft.phrase()}, until: 2014-08-{draft.chance.randint(18, 28)}}}]",
        )


def date(draft: Draft) -> None:
    put(draft.file("events"), "date", draft.chance.choice(DATES))


def published(draft: Draft) -> None:
    put(draft.file("articles"), "published", f"2014-08-{draft.chance.randint(24, 31)}")


def status(draft: Draft) -> None:
    put(
        draft.file("events"),
        "status",
        draft.chance.choice(("confirmed", "reported", "disputed", "retracted")),
    )


def significance(draft: Draft) -> None:
    put(draft.file("events"), "significance", draft.chance.choice(("key", "major", "minor")))


def actors(draft: Draft) -> None:
    some = draft.chance.sample(ACTORS, 2)
    put(draft.file("events"), "actors", f"[{some[0]}: attacker, {some[1]}: speaker]")


def places(draft: Draft) -> None:
    file = draft.file("events")
    put(file, "locations", f"[{draft.chance.choice(PLACES)}]")
    put(file, "location_precision", draft.chance.choice(("", "site", "governorate")))


def sources(draft: Draft) -> None:
    put(draft.file("events"), "sources", f"[{', '.join(draft.chance.sample(ARTICLES, 2))}]")


def origin(draft: Draft) -> None:
    file = draft.file("articles")
    put(file, "based_on", draft.chance.choice(("", "[wire-bridge]", "[courier-bridge]")))
    put(file, "agency", draft.chance.choice(("", "wire")))


def claims(draft: Draft) -> None:
    made = (
        f"{{measure: {draft.chance.choice(('killed', 'missing'))}, group: {draft.chance.choice(('river-brigade', 'civilians'))}, "
        f"figure: at least {draft.chance.randint(1, 40)}, claimed_by: {draft.chance.choice(ACTORS)}, "
        f"source: {draft.chance.choice(ARTICLES)}}}"
    )
    put(draft.file("events"), "claims", f"[{made}]")


def statements(draft: Draft) -> None:
    said = f"{{by: {draft.chance.choice(ACTORS)}, text: We saw the {draft.phrase()}., source: {draft.chance.choice(ARTICLES)}}}"
    put(draft.file("events"), "statements", f"[{said}]")


def topics(draft: Draft) -> None:
    put(draft.file("events"), "topics", f"[{draft.chance.choice(('bridges', 'fighting', 'talks'))}]")


def relation(draft: Draft) -> None:
    field = draft.chance.choice(("follows", "responds_to", "denies"))
    put(draft.file("events"), field, draft.chance.choice(("", f"[{draft.chance.choice(EVENTS[:4])}]")))


def part(draft: Draft) -> None:
    if draft.chance.random() < 0.5:
        put(draft.file("events"), "part_of", draft.chance.choice(("", *EVENTS[:4])))
    elif file := draft.one("locations", PLACES[2:]):
        put(file, "part_of", draft.chance.choice(("valley", "river-country")))


def correction(draft: Draft) -> None:
    what = draft.chance.choice(("wording", "title", "withdrawn"))
    put(
        draft.file(),
        "corrections",
        f"[{{date: 2014-09-{draft.chance.randint(10, 28)}, what: {what}, why: The {draft.phrase()}.}}]",
    )


def hide(draft: Draft) -> None:
    put(draft.file(), "draft", draft.chance.choice(("true", "")))


def show_drafts(draft: Draft) -> None:
    draft.options["drafts"] = not draft.options["drafts"]


def add(draft: Draft) -> None:
    number = draft.chance.randint(1, 9)
    draft.site.write(
        f"content/events/new-{number}.md",
        f"---\ntitle: A new {draft.phrase()}\ndate: {draft.chance.choice(DATES)}\nactors: [{draft.chance.choice(ACTORS)}]\n"
        f"locations: [{draft.chance.choice(PLACES)}]\nsources: [{draft.chance.choice(ARTICLES)}]\n---\nOf [[nahr]].\n",
    )


def add_actor(draft: Draft) -> None:
    name = draft.chance.choice(("civilians", "ferries", "newcomer"))
    draft.site.write(
        f"content/actors/{name}.md", f"---\nname: The {draft.phrase()} {name}\nkind: community\n---\n"
    )


def delete(draft: Draft) -> None:
    files = sorted((draft.site.root / "content").rglob("new-*.md")) + sorted(
        file
        for name in ("civilians", "ferries", "newcomer")
        for file in (draft.site.root / "content").rglob(f"{name}.md")
    )
    if files:
        draft.chance.choice(files).unlink()
    else:
        draft.file("events").unlink()


def rename(draft: Draft) -> None:
    file = draft.file("events")
    fresh = file.with_name(f"renamed-{draft.chance.randint(1, 99)}.md")
    if not fresh.exists():
        put(file, "former_ids", f"[{file.stem}]")
        file.rename(fresh)


def move(draft: Draft) -> None:
    file = draft.file("events")
    folder = draft.site.root / "content/events" / draft.chance.choice(WORDS)
    folder.mkdir(exist_ok=True)
    file.rename(folder / file.name)


def settings(draft: Draft) -> None:
    field = draft.chance.choice(("title", "description", "author"))
    file = draft.site.root / "content/site.yaml"
    text = re.sub(
        rf"^{field}:.*$",
        f"{field}: The {draft.phrase()}",
        file.read_text(encoding="utf-8"),
        flags=re.MULTILINE,
    )
    file.write_text(text, encoding="utf-8")


def template(draft: Draft) -> None:
    theme = Path(__file__).parents[2] / "templates"
    name = draft.chance.choice(("event.html", "actor.html", "day.html"))
    text = (theme / name).read_text(encoding="utf-8")
    draft.site.write(f"templates/{name}", text.replace("</h1>", f"</h1><!-- {draft.phrase()} -->"))
    environment.cache_clear()  # a process keeps compiled templates; each build of a user is a process of its own


def own_style(draft: Draft) -> None:
    draft.site.write("templates/assets/site.css", f"/* {draft.phrase()} */\n")


def processes(draft: Draft) -> None:
    """From now on the pages are made by two processes, or by one again."""
    draft.options["jobs"] = 3 - int(str(draft.options.get("jobs", 1)))


def touch(draft: Draft) -> None:
    draft.file().touch()


def revert(draft: Draft) -> None:
    golden = Site.golden(draft.site.root / "golden-copy").root
    shutil.rmtree(draft.site.root / "content")
    shutil.move(golden / "content", draft.site.root / "content")
    golden.rmdir()
    draft.site.edit("content/site.yaml", "licence:", "cards: false\nlicence:")


def breaking(draft: Draft) -> None:
    draft.file().write_text("---\ntitle: [\n---\n", encoding="utf-8")


def lose_memory(draft: Draft) -> None:
    shutil.rmtree(draft.site.root / ".dateline", ignore_errors=True)


def damage_memory(draft: Draft) -> None:
    files = sorted(file for file in (draft.site.root / ".dateline").rglob("*") if file.is_file())
    if files:
        file = draft.chance.choice(files)
        content = bytearray(file.read_bytes())
        if content and draft.chance.random() < 0.5:
            content[draft.chance.randrange(len(content))] ^= 1 << draft.chance.randrange(8)
            file.write_bytes(content)
        else:
            file.write_bytes(content[: len(content) // 2])


def lose_a_shard(draft: Draft) -> None:
    files = sorted((draft.site.root / ".dateline").rglob("parsed/??"))
    if files:
        draft.chance.choice(files).unlink()


def lose_a_page(draft: Draft) -> None:
    pages = sorted(draft.site.output.rglob("*.html"))
    if pages:
        draft.chance.choice(pages).unlink()


def same_stat(draft: Draft) -> None:
    """An edit that a file's size and time do not show."""
    file = draft.file("events")
    status = file.stat()
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("the ", "THE "), encoding="utf-8")
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))


def translate(draft: Draft) -> None:
    """Front matter says it in another language, otherwise, or no longer."""
    file = draft.file()
    heading = "name" if "/actors/" in str(file) or "/locations/" in str(file) else "title"
    said = f"{{ar: {{{heading}: ال{draft.phrase()}, summary: Of [[{draft.chance.choice(ACTORS)}]].}}}}"
    put(file, "translations", draft.chance.choice(("", said)))


def translation_file(draft: Draft) -> None:
    """A file of its own says it: a new one, another text, or it goes."""
    files = sorted((draft.site.root / "content").rglob("*.ar.md"))
    if files and draft.chance.random() < 0.6:
        file = draft.chance.choice(files)
        if draft.chance.random() < 0.5:
            file.unlink()
            return
    else:
        file = draft.file()
        file = file.with_name(f"{file.stem}.ar.md")
    text = f"---\n---\nقال [[{draft.chance.choice(TARGETS)}]] في {draft.phrase()}.\n"
    file.write_text(text, encoding="utf-8")


def tongues(draft: Draft) -> None:
    """Published in another language, or in none any more."""
    file = draft.site.root / "content/site.yaml"
    text = file.read_text(encoding="utf-8")
    line = "languages: [ar]\n"
    file.write_text(text.replace(line, "") if line in text else text + line, encoding="utf-8")


Edit = Callable[[Draft], None]

EDITS: tuple[Edit, ...] = (
    *(body, mention, unmention, title, summary, alias, former_name, date, published, status, significance),
    *(
        actors,
        places,
        sources,
        origin,
        claims,
        statements,
        topics,
        relation,
        part,
        correction,
        hide,
        show_drafts,
    ),
    *(
        add,
        add,
        add_actor,
        delete,
        rename,
        move,
        settings,
        template,
        own_style,
        processes,
        touch,
        revert,
        breaking,
        revert,
    ),
    *(lose_memory, damage_memory, lose_a_shard, lose_a_page, same_stat),
    *(translate, translation_file, tongues),
)
