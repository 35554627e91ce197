"""The entry with its evidence, as it is prepared: it can be read, and nothing is lost of it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from treatyviewer.content.reader import read_entry

ENTRY = Path(__file__).parents[1] / "data" / "entry-draft"


def test_every_claim_has_a_verdict_and_a_source() -> None:
    entry = read_entry(ENTRY)
    verdicts = Counter(claim.verdict for claim in entry.claims)
    assert verdicts == {"supported": 16, "imprecise": 16, "contradicted": 7, "unverifiable": 1}
    known = {source.id for source in entry.things["sources"]}
    for claim in entry.claims:
        assert {ref.source for ref in claim.sources} & known, claim.id
