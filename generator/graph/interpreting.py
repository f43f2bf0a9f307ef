"""Records as they stand in another language: in its words where there are any, in their own, marked, where there are none.

The title or name, the summary and the body of a record come from its translation; the name of an actor or a place also
from its `names`. Plain words (whom a claim counts, an office) come from the site's own list. What else an editor wrote
(statements, corrections, why a date) has no translation and stays. A report keeps its headline, which is a quotation.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, TypeVar

from generator.model.names import fold
from generator.model.parsed import Parsed
from generator.model.record_parts import FormerName, Name, Translation
from generator.model.records import Actor, AnyRecord, Article, Event, Location, label_of
from generator.model.site_settings import Label, Measure, Role, Site, SiteTranslation
from generator.model.untranslated import untranslated, untranslated_prose

W = TypeVar("W", Role, Measure)


@dataclass(frozen=True, slots=True)
class Interpreter:
    """From one language into another; `words` are plain ones, folded."""

    original: str
    language: str
    words: Mapping[str, str]

    def parsed(self, parsed: Parsed[AnyRecord]) -> Parsed[AnyRecord]:
        """A record and its body."""
        record = parsed.record
        said = said_in(record, self.language)
        body = said.body or untranslated_prose(parsed.body, self.original)
        changes = self._of_every(record, said)
        of_kind = _OF_KIND.get(type(record))
        if of_kind:
            changes |= of_kind(self, record, said)
        return Parsed(replace(record, **changes), body, parsed.places)

    def _of_every(self, record: AnyRecord, said: Translation) -> dict[str, Any]:
        heading = "name" if isinstance(record, Actor | Location) else "title"
        others = [other for other in record.translations if other.language != self.language]
        own = Translation(language=self.original, title=label_of(record), summary=record.summary)
        label = said.title or self._own(label_of(record))
        return {
            heading: label_of(record) if isinstance(record, Article) else label,
            "summary": said.summary or untranslated_prose(record.summary, self.original),
            "translations": (*others, own),
            "corrections": self._marked(record.corrections, "why", "was", "now"),
        }

    def event(self, event: Event, _said: Translation) -> dict[str, Any]:
        """What else an event says."""
        return {
            "date_basis": self._own(event.date_basis),
            "claims": tuple(replace(claim, group=self._word(claim.group)) for claim in event.claims),
            "statements": self._marked(event.statements, "text"),
            "sources": tuple(
                replace(source, locator=self._word(source.locator)) if source.locator else source
                for source in event.sources
            ),
            "media": self._marked(event.media, "alt"),
        }

    def actor(self, actor: Actor, said: Translation) -> dict[str, Any]:
        """What else an actor is called, and the titles of its offices."""
        roles = tuple(replace(office, title=self._word(office.title)) for office in actor.roles)
        image = self._marked([actor.image], "alt")[0] if actor.image else None
        return {**self.named(actor, said), "roles": roles, "image": image}

    def named(self, record: Actor | Location, said: Translation) -> dict[str, Any]:
        """Names: the one in this language leads, and the original one is one of those in other languages."""
        here = said.title or name_in(record.names, self.language)
        rest = tuple(name for name in record.names if name.language != self.language)
        return {
            "name": here or self._own(record.name),
            "names": (Name(self.original, record.name), *rest) if here else record.names,
            "former_names": tuple(self._former(former) for former in record.former_names),
        }

    def _former(self, former: FormerName) -> FormerName:
        here = name_in(former.names, self.language) or self._own(former.name)
        return replace(former, name=here, names=(Name(self.original, former.name), *former.names))

    def _marked(self, values: Iterable[Any], *names: str) -> tuple[Any, ...]:
        """Values whose texts of these names stay as they are."""
        return tuple(
            replace(value, **{name: self._own(getattr(value, name)) for name in names}) for value in values
        )

    def _word(self, words: str) -> str:
        return self.words.get(fold(words)) or self._own(words)

    def _own(self, text: str) -> str:
        return untranslated(text, self.original)


_OF_KIND: Mapping[type, Callable[..., dict[str, Any]]] = {
    Event: Interpreter.event,
    Actor: Interpreter.actor,
    Location: Interpreter.named,
}


def called_in(record: AnyRecord, language: str) -> AnyRecord:
    """A record that was interpreted, under the names that it has in another language: its original one, say."""
    name = said_in(record, language).title or label_of(record)
    if not isinstance(record, Actor | Location):
        return replace(record, title=name)
    former = tuple(replace(one, name=name_in(one.names, language) or one.name) for one in record.former_names)
    return replace(record, name=name, former_names=former)


def said_in(record: AnyRecord, language: str) -> Translation:
    """What the record says in a language; nothing, where it is silent."""
    silent = Translation(language=language)
    return next((said for said in record.translations if said.language == language), silent)


def name_in(names: Iterable[Name], language: str) -> str:
    """The name in a language, or empty."""
    return next((name.text for name in names if name.language == language), "")


def interpreter(site: Site, language: str, ids: Container[str]) -> Interpreter:
    """From the site's language into another. What is one of the `ids` of actors is no plain word."""
    said = _site_in(site, language).words
    words = {fold(label.word): label.text for label in said if label.word not in ids}
    return Interpreter(site.language, language, words)


def site_in(site: Site, language: str) -> Site:
    """The site in another language: what it says of itself, its words for roles and measures, and its address below."""
    said = _site_in(site, language)
    own = partial(untranslated, language=site.language)
    texts: dict[str, Any] = {
        name: getattr(said, name) or own(getattr(site, name))
        for name in ("title", "description", "licence", "author", "contact")
    }
    return replace(
        site,
        **texts,
        language=language,
        base_url=f"{site.base_url.rstrip('/')}/{language}/" if site.base_url else "",
        roles=_vocabulary(site.roles, said.roles, own),
        measures=_vocabulary(site.measures, said.measures, own),
        original=site,
    )


def _site_in(site: Site, language: str) -> SiteTranslation:
    silent = SiteTranslation(language=language)
    return next((said for said in site.translations if said.language == language), silent)


def _vocabulary(words: Iterable[W], labels: Iterable[Label], own: Callable[[str], str]) -> tuple[W, ...]:
    said = {label.word: label.text for label in labels}
    return tuple(replace(word, label=said.get(word.slug) or own(word.label)) for word in words)
