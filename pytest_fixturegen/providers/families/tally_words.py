"""Words that say which part of a whole a number counts: planned, produced, good, scrap, left."""

from __future__ import annotations

WHOLE, STEP, GOOD, BAD, LEFT, OTHER = "whole", "step", "good", "bad", "left", "other"
"""What a number counts of its whole: all, those that came on, the good, the bad, and the rest."""

PART_WORDS = {
    WHOLE: """total all whole gross_count planned target ordered requested expected invited max
        maximum capacity limit allowed allotted allocation issued registered scheduled enrolled
        affected attempted eligible budgeted quota inspected sampled surveyed available_total
        entitled dataset school annual on_hand onhand screened offered contracted""",
    STEP: """produced made processed received shipped dispatched collected emptied harvested picked
        handled treated tested loaded printed opened visited served sent delivered completed done
        finished checked graded restored purchased bought""",
    GOOD: """good passed ok accepted approved valid successful succeeded usable sold won present
        used consumed occupied booked reserved allocated taken active earned attended helpful
        verified positive redeemed spent voted filled resolved answered claimed correct confirmed
        committed rented borrowed eaten planted alive settled""",
    BAD: """scrap scrapped bad failed rejected damaged lost cancelled canceled skipped withdrawn
        missing defective expired returned refunded absent infected dead stolen broken flawed
        invalid spoiled wasted bounced errored abandoned denied dropped noshow no_show flaky late
        unsold void blocked incorrect missed sick short shorted""",
    LEFT: """left remaining available free instock in_stock outstanding unsold_left vacant
        backordered open pending unused due balance rest idle""",
}
"""The words of each part."""

COUNT_WORDS = frozenset("qty quantity count counts number num no nr units unit of pieces".split())
"""Words that only say that something is counted."""

PAIRS = frozenset(
    frozenset(pair.split())
    for pair in """
    loaded discharged|loaded unloaded|peak off_peak|passed failed|passed reproved|won lost
    male female|boys girls|men women|adult child|adults children|day night|domestic international
    import export|imported exported|credit debit|indoor outdoor|full_time part_time|new returning
    new used|inbound outbound|local remote|online offline|home away|weekday weekend|paid unpaid
    peak offpeak|prompt completion|input output|train test|train val test|train value test
    train validation test|smoking non_smoking
    gold silver bronze|easy medium hard|upload download|uploaded downloaded
    voice data|fixed variable|regular overtime|wins losses draws|principal interest
    arrived departed|opened closed|approved rejected|accepted rejected|boarded alighted
    """.replace("\n", "|").split("|")
    if pair.strip()
)
"""Pairs and triples of words that together make a whole."""

RATE_ENDINGS = ("rate", "percent", "pct", "ratio", "factor", "share")

RATE_WORDS = {
    "yield": GOOD,
    "pass": GOOD,
    "success": GOOD,
    "acceptance": GOOD,
    "occupancy": GOOD,
    "utilization": GOOD,
    "load": GOOD,
    "fill": GOOD,
    "attendance": GOOD,
    "sell_through": GOOD,
    "win": GOOD,
    "usage": GOOD,
    "conversion": GOOD,
    "failure": BAD,
    "fail": BAD,
    "defect": BAD,
    "scrap": BAD,
    "reject": BAD,
    "rejection": BAD,
    "error": BAD,
    "loss": BAD,
    "absence": BAD,
    "completion": STEP,
    "complete": STEP,
    "progress": STEP,
    "fulfillment": STEP,
    "recovery": STEP,
}
"""Words of rates, and the part that they are the share of."""


def find_part(word: str) -> str:
    """Return the part that *word* names; "" if it names none."""
    return WORD_PARTS.get(word, "")


STEPS_AND_GOOD = tuple(f"{PART_WORDS[STEP]} {PART_WORDS[GOOD]}".split())
"""Words of steps, and of the good ones."""

WORD_PARTS = {word: part for part, words in PART_WORDS.items() for word in words.split()}
