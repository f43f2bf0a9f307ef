"""The database and its metadata, served by Datasette."""

from __future__ import annotations

import pytest

from generator.exports import datasette, sqlite
from generator.exports.database.tables import TABLES, VIEWS
from tests.exports.compiled import compiled
from tests.exports.readers import asked

ASK = """
import asyncio, json, sys
from datasette.app import Datasette
metadata = json.load(open(sys.argv[2]))
async def ask():
    served = Datasette([sys.argv[1]], metadata=metadata)
    answers = {}
    for path in sys.argv[3:]:
        answer = await served.client.get(path)
        answers[path] = answer.json() if ".json" in path else answer.text
        assert answer.status_code == 200, (path, answer.status_code, answer.text[:500])
    print(json.dumps(answers))
asyncio.run(ask())
"""


@pytest.fixture(scope="module")
def answers(tmp_path_factory):
    folder = tmp_path_factory.mktemp("datasette")
    graph = compiled("ours")
    (folder / "dateline.sqlite").write_bytes(sqlite.write(graph, ""))
    (folder / "metadata.json").write_bytes(datasette.write(graph, ""))
    paths = [
        "/dateline.json",
        "/dateline/events",
        "/dateline/events.json?_shape=objects&_search=tabqa&_labels=on",
        "/dateline/search_events.json?words=tabqa&_shape=array",
        *(f"/dateline/{table.name}.json?_size=1" for table in TABLES),
        *(f"/dateline/{view.name}.json?_size=1" for view in VIEWS),
    ]
    return asked(ASK, folder / "dateline.sqlite", folder / "metadata.json", *paths)


def test_it_shows_the_site_tables_in_words_and_no_index(answers):
    home = answers["/dateline.json"]
    shown = {table["name"] for table in home["tables"] if not table["hidden"]}
    assert shown == {table.name for table in TABLES}
    assert {view["name"] for view in home["views"]} == {view.name for view in VIEWS}
    assert {query["name"] for query in home["queries"]} == set(datasette.QUERIES)
    page = answers["/dateline/events"]
    assert "What happened, in timeline order." in page
    assert "Evidence grade: confirmed, reported or disputed." in page


def test_it_searches_and_labels_what_columns_refer_to(answers):
    found = answers["/dateline/events.json?_shape=objects&_search=tabqa&_labels=on"]["rows"]
    assert found
    places = [row["location_id"] for row in found if row["location_id"]]
    assert {"value": "tabqa-airbase", "label": "Tabqa air base"} in places


def test_its_questions_have_answers(answers):
    found = answers["/dateline/search_events.json?words=tabqa&_shape=array"]
    assert all("abqa" in f"{row['title']} {row['summary']}" or row["link"] for row in found)
    assert len(found) > 3
