"""Figures of matches, tables and players that add up, as rows of tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

SCORES = """0:0 1:0 1:0 2:0 2:0 1:1 1:1 2:1 2:1 2:1 0:1 0:1 0:2 1:2 1:2 2:2 3:0 3:1 3:1 3:2 0:3
1:3 2:3 4:1 4:0 3:3 1:4 5:2"""
"""Final scores of football matches, common ones more often."""

GAMES_OF_SEASON = 38
TEAMS_OF_LEAGUE = 20


def _format(rows: Iterable[tuple[object, ...]]) -> str:
    """Return *rows* as the text of a table."""
    return "\n".join(" | ".join(map(str, row)) for row in rows)


@lru_cache(maxsize=1)
def list_scores() -> str:
    """Return rows of scores, those at half time, and the shots of both teams."""
    return _format(_iter_scores())


def _iter_scores() -> Iterator[tuple[object, ...]]:
    """Yield rows of matches, whose statistics agree with the score."""
    for place, score in enumerate(SCORES.split()):
        home, away = map(int, score.split(":"))
        for step in range(4):
            on_target = home + (place + step) % 4
            away_on_target = away + (place + 3 * step) % 4
            shots = on_target + 3 + (place * 5 + step * 3) % 8
            away_shots = away_on_target + 2 + (place * 3 + step * 5) % 8
            half = (home * step // 4, away * (3 - step) // 4)
            yield home, away, *half, shots, on_target, away_shots, away_on_target, f"{home}-{away}"


@lru_cache(maxsize=1)
def list_possessions() -> str:
    """Return rows of the shares of the ball, most near the middle."""
    middle = (
        *range(32, 71),
        *range(40, 62),
        *range(44, 58),
    )
    return _format((share, 100 - share) for share in middle)


@lru_cache(maxsize=1)
def list_standings() -> str:
    """Return rows of a league table, from the first to the last team, at several match days."""
    return _format(_iter_standings())


def _iter_standings() -> Iterator[tuple[object, ...]]:
    """Yield rows of a league, whose points agree with the results."""
    for played in (8, 13, 19, 24, 30, GAMES_OF_SEASON):
        for position in range(1, TEAMS_OF_LEAGUE + 1):
            strength = 1 - (position - 1) / TEAMS_OF_LEAGUE
            won = round(played * (0.15 + 0.55 * strength))
            drawn = round((played - won) * (0.3 + 0.04 * (position % 4)))
            scored = round(played * (0.8 + 1.2 * strength)) + position % 3
            conceded = round(played * (1.9 - 1.2 * strength)) + played % 4
            yield (
                *(position, played, won, drawn, played - won - drawn),
                *(scored, conceded, scored - conceded, 3 * won + drawn),
            )


PLAYER_KINDS = (
    ("Goalkeeper", 0.0, 0.01, 0.6),
    ("Defender", 0.04, 0.05, 1.6),
    ("Defender", 0.03, 0.04, 1.9),
    ("Midfielder", 0.1, 0.15, 1.7),
    ("Midfielder", 0.14, 0.2, 1.5),
    ("Forward", 0.35, 0.14, 1.0),
)
"""By position: goals, assists and yellow cards (in tenths) for each match."""


@lru_cache(maxsize=1)
def list_players() -> str:
    """Return rows of what players did: position, matches, minutes, goals, cards, value."""
    return _format(_iter_players())


def _iter_players() -> Iterator[tuple[object, ...]]:
    """Yield rows of players, whose numbers agree with their matches."""
    for kind, (position, goals, assists, cards) in enumerate(PLAYER_KINDS):
        for step in range(24):
            matches = 3 + (step * 37 + kind * 11) % 240
            minutes = matches * (38 + (step * 17 + kind * 5) % 50)
            value = int(1.42**step) * 25_000 + 75_000
            yield (
                *(position, matches, minutes, int(matches * goals), int(matches * assists)),
                *(int(matches * cards / 10), matches // 60, value),
            )
