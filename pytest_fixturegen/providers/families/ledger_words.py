"""Words that say how a number stands to others: opening, charged, paid, closing, limit, left."""

from __future__ import annotations

WHOLE, USED, LEFT, START, END, CHANGE = "whole", "used", "left", "start", "end", "change"
"""What a number is beside others: a whole, what is used, what is left; a level and its change."""

WHOLE_WORDS = frozenset(
    """max maximum total limit capacity headcount principal budget quota goal target allowance
    entitlement entitled requested invoiced term terms planned ordered contracted allotted
    allocation licensed purchased original gross onhand expected due_total credit_limit""".split()
)
WHOLE_NOUNS = frozenset(
    """headcount principal capacity budget quota term limit target goal entitlement
    allowance""".split()
)
"""Words of wholes, and those that say it without a noun."""

USED_WORDS = frozenset(
    """used spent paid filled done made taken consumed sold settled repaid collected received
    completed booked reserved allocated assigned occupied invoiced drawn redeemed claimed
    delivered raised utilized committed reimbursed prepaid current active""".split()
)
OPEN_WORDS = frozenset("open pending active current unresolved".split())
"""Words of what takes room of a maximum, though it is open."""

LEFT_WORDS = frozenset(
    """left remaining available open outstanding pending unpaid unused unspent vacant due rest free
    owed owing unallocated unfilled undelivered backlog headroom""".split()
)
NEUTRAL_WORDS = frozenset(
    """amount balance value count number num no qty quantity units capacity total sum slots to date
    of so far already still limit forward""".split()
)
"""Words that do not say what is counted."""

START_WORDS = frozenset(
    """brought opening previous prev start starting initial last old prior before begin beginning
    first departure""".split()
)
END_WORDS = frozenset(
    """carried closing current curr end ending new final present after latest resulting
    arrival""".split()
)
CHANGE_WORDS = frozenset(
    """usage consumption used distance driven travelled traveled difference delta change increase
    gain growth consumed units dist mileage""".split()
)
METER_NOUNS = frozenset(
    """reading meter counter odometer mileage odo stand hours_meter index km level count
    hour_meter hobbs register tacho""".split()
)
"""Nouns of what only grows."""

BALANCE_NOUNS = frozenset(
    """balance stock inventory headcount capital equity fund funds holdings cash quantity qty units
    principal float population backlog members subscribers staff""".split()
)
"""Nouns of levels that rise and fall."""

FLOW_IN = frozenset(
    """credit credits deposit deposits deposited added additions added_total received receipts
    income inflow inflows in contributions contribution earned produced purchased
    purchases hired hires new joined joiners births returned transfers_in transferred_in topup
    topups top_ups raised won signups""".split()
)
FLOW_OUT = frozenset(
    """debit debits withdrawal withdrawals withdrawn paid payments payment removed removals spent
    expenses outflow outflows out distributions distribution used consumed sold shipped issued
    scrapped damaged lost departures leavers left churned deaths transfers_out transferred_out
    refunds refunded fees fee charges charge tax taxes cancelled expired redeemed converted resolved
    completed closed""".split()
)
DEBT_IN = frozenset(
    """charged charges charge fees fee interest purchases purchase advances advance cash_advances
    debits debit new_charges late_fees penalties drawn drawdowns tax taxes""".split()
)
DEBT_OUT = frozenset(
    """payments payment paid received credits credit refunds refund repaid repayments
    adjustments waived rebates principal_paid""".split()
)
"""Words of what makes a balance rise and fall; that of a debt rises with charges."""

DEBT_WORDS = frozenset(
    """loan mortgage credit card statement_credit debt lending minimum_payment interest_charged
    credit_limit apr tenant rent receivable invoice billing utility""".split()
)
"""Words of records whose balance is owed."""

SILENT_WORDS = frozenset(
    """rate ratio percent pct per average avg mean date time id code year month day days hours
    minutes price min minimum score speed temperature latitude longitude""".split()
)
"""Words of numbers that are no part of a balance."""
