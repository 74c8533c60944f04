"""The words that name stages of a record: how far it came, how it ended, what is exceptional.

Each line of a table has a place and the words that name it, in all their forms. Words of names of
fields and of members of enums are looked up here, so that both mean the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from pytest_fixturegen._internal.frozen_dataclass import dataclass

PROGRESS_WORDS = """
0 unassessed unreviewed unfulfilled
8 upcoming announced lodged filed logged raised tabled pledged earmarked budgeted eingereicht
8 beantragt angemeldet eingegangen soumis soumise prevu prevue planifiee agendado agendada
8 ansokt inskickad anmald reservado reservada solicitada registrado reservee commandee
15 dispatching investigating investigated diagnosed
36 agreed endorsed cleared_for bewilligt freigegeben angenommen beviljad godkant validee confirmee
36 aprovada autorizado autorizada acceptee zugesagt
50 onsite inservice inproduction repairing treating harvesting fermenting aging curing baking
50 cooking washing charging brewing onroute occupied leased operating enforced effective
50 investigation mitigating monitoring recruiting teaching drilling building construction
66 loaded baked brewed roasted pressed bottled milled sewn machined welded painted washed dried
66 ironed preparee preparado gepackt packad facturado vorbereitet
80 scanned unloaded offloaded unloading
85 angekommen
74 unterwegs
90 paidoff abgeholt eingeloest recupere recuperee recogido recogida uthamtad utlamnad
36 angenommen
90 resulted patched emptied transfused administered dispensed treated cured recovered rescued
90 rehomed built cleaned cleared calibrated visited attended credited replaced retrieved
90 transferred migrated imported exported synced synchronized remediated mitigated graded
90 satisfied exercised published_final erhalten beendet recu recue resolu resolue termino terminada
90 recibido recibida hamtad besvarad concluida recebido recebida atendido atendida realizado
90 realizada traite traitee bearbeitet rehabilitated transplanted implemented
96 encerrado encerrada clos close_out arkiverat
0 draft drafts todo backlog idea initial uninitialized unstarted unsubmitted unassigned unclaimed
0 unscheduled unallocated unpublished unsent unlisted brouillon utkast entwurf borrador rascunho
0 untriaged unprocessed notstarted undecided
4 open new created create creating creation opened registered preregistered initiated
0 未着手 下書き
4 受付済み mottagen ny neu nueva nuevo nouveau nouvelle novo skapad erstellt creado cree
8 planned planning scheduled requested request submitted submit submission applied placed booked
8 reserved reported ordered posted proposed prospecting prospect expected drafted enrolled invited
8 geplant bestellt gebucht planerad bokad pedido solicitado demande planifie reserve programada
12 pending pend pended waiting wait queued queue unpaid unverified unconfirmed unopened unread
12 unresolved awaiting offen wartend vantande pendiente pendente attente ausstehend enqueued
12 quoted estimate oppen ouvert ouverte 保留中 未払い
15 contacted contact triaged triage assigned assign acknowledged acknowledge allocated claimed
15 nurturing nurture tilldelad zugewiesen asignado
20 review reviewing reviewed screening screened screen evaluation evaluating evaluated vetting
20 reviewer moderation preliminary inspection inspected provisional granskning prufung revision
25 interview interviewed interviewing qualified qualification qualify qualifying assessment
25 assessed shortlisted shortlist nominated interviewer demo evaluated
30 proposal offer offered negotiation negotiating negotiated tentative bidding
36 approved approve approving approval approver accepted accept acceptance confirmed confirm
36 confirmation confirmer authorized authorised authorize authorization granted validated verified
36 verify verification verifier accredited certified ratified decided decision decider adjudicated
36 adjudication adj acked godkand bekraftad genehmigt bestatigt approuve approuvee accepte confirme
36 aprobado aprobada aceptado confirmado aprovado admissible
42 signed sign signature countersigned executed contracted committed onboarded unterzeichnet signe
42 firmado undertecknad armed
46 activated activation enabled commissioned installed provisioned
50 started start starting active running run ongoing live activating processing processed admitted
50 admission boarding boarded borrowed onloan loaned rented occupied growing planted sown berthed
50 progress progressing underway enroute attending ingested commenced begun began ready online
50 service available inuse alive healthy operational serving inprogress aktiv aktiva pagaende
50 laufend activo activa
50 actif active encours ativo playing studying working serviced joined
50 有効 進行中 処理中 bearbeitung arbeit behandlas pagar preparation
54 anchor anchored docked checkedin checkin
56 berthed moored
60 paid pay payment payer charged charge invoiced billed captured deposited funded betald betalad
60 bezahlt paye payee paiement pagado pagada pago zahlung betalning check cheque chk reimbursed
66 packed packing packaged prepared preparing ready picked picking printed assembled collected
70 shipped ship shipping shipment shipper sent send sending dispatched dispatch published publish
70 publisher publication released release launched launch deployed deploy emailed uploaded
70 transmitted pickedup pickup handedover manifested tracking skickad versendet verschickt envoye
70 envoyee expedie expediee enviado enviada publicerad veroffentlicht publie publicado disbursed
60 支払い済み
70 発送済み
74 transit intransit travelling sailing flying customs enroute moving
80 arrived arrival landed testing tested qa staged arriving disembarked
85 outfordelivery readyforpickup awaitingpickup
90 delivered deliver delivery completed complete completion finished done ended success successful
90 succeeded passed pass resolved resolve resolution resolver fulfilled fulfil settled settlement
90 answered converted conversion hired hire graduated graduation harvested harvest discharged
90 discharge checkedout checkout departed droppedoff dropoff final finalized finalised sold sale
90 filled merged redeemed redemption depleted awarded award received receive receipt receiver
90 fixed solved achieved concluded played adopted matured repaid closeout ok uploaded rated
90 levererad leverans geliefert lieferung livre livree livraison entregado entregada entrega
90 abgeschlossen erledigt avslutad klar slutford termine terminee completado
90 completada finalizado concluido konverterad geerntet used burned healed
90 entlassung entlassen utskriven
90 zugestellt 配達済み 完了
96 won closedwon closed close closing closure closer settled reconciled cerrado cerrada
96 geschlossen stangd ferme
"""
"""How far a record came, from 0 to 100."""

ENDING_WORDS = """
cancelled acceptedrisk riskaccepted falsealarm notapplicable
cancelled killed retracted scrubbed revoked_by_user stornert annulliert rescinded
failed interrupted oom unreachable breached crashed_out misslyckades busy defective
denied falsepositive overruled rejete rejetee recusado recusada nekad vetoed unsuccessful_bid
lost unsold forfeited bought_in chargedoff writtenoff
overdue ueberfaellig
missed noanswer unanswered nichterschienen
terminated condemned surrendered closed_down gekuendigt uppsagt
cancelled cancelled canceled cancel cancels cancellation cancelation canceller aborted abort
cancelled abortion withdrawn withdraw withdrawal voided void annulled dropped drop dropout
cancelled storniert annullerad avbruten avbokad annule annulee cancelado cancelada anulado
cancelled 取消
failed 失敗
refunded 返金済み
terminated 無効
cancelled abandoned scratched unenrolled wontfix stornierung
failed failed fail failure failing error errored err crashed crash crashloop faulted fault
failed exception bounced bounce misslyckad fehlgeschlagen echoue echouee fallido fallida falhou
failed unsuccessful broken invalid undeliverable
denied denied deny denial rejected reject rejection rejecter declined decline refused refusal
denied disapproved nacked disqualified unqualified avslagen avvisad abgelehnt ablehnung refuse
denied refusee rechazado rechazada rejeitado carc
refunded refunded refund returned return chargeback chargedback disputed dispute reversed reversal
refunded rolledback rollback reverted recalled returning retur aterbetald erstattet rembourse
refunded rembourseee devuelto reembolsado
overdue default gemahnt angemahnt mahnung dunned moroso impayee
overdue overdue late pastdue delinquent arrears forsenad uberfallig retard vencido defaulted
expired expired expire expiration expiry lapsed lapse elapsed timeout timedout obsolete utgangen
expired abgelaufen expire caducado expirado
terminated terminated terminate termination term inactive deactivated deactivation resigned
terminated resignation retired retire retirement left former churned churn separated
terminated separation offboarded unsubscribed unsubscribe decommissioned scrapped scrapping
terminated evicted evict eviction dissolved defunct discontinued dismissed sunset stillgelegt
terminated gekundigt inaktiv uppsagd disposed disposal
terminated inactif inactivo inactiva inativo salida austritt utgatt baja sortie
terminated evicted
died died death dead deceased verstorben tod todes deces decede fallecido fallecida avliden
died falecido muerto
lost lost loss damaged damage stolen missing destroyed verloren perdu perdido forlorad
lost closedlost spoiled discarded wasted
missed noshow missed miss unattended absent skipped skip
"""
"""How a record ended badly, or at all."""

EXCEPTION_WORDS = """
paused outofservice outoforder suspendue pausado
repaired undermaintenance underrepair
deleted deleted delete deletion deleter removed removal purged trashed trash erased geloscht
deleted borttagen raderad supprime supprimee eliminado eliminada excluido del
archived archived archive archival archiver arkiverad archiviert archivado arquivado
banned banned ban banning blocked block blacklisted blocklisted gesperrt blockerad bloque bloqueado
banned spam flagged revoked revoke revocation
locked locked lock lockout frozen freeze quarantined
paused paused pause suspended suspend suspension held hold onhold stopped stop halted offline
paused dormant snoozed idle onleave leave laidup standby hibernated sleeping disconnected parked
paused 保留 blockiert blockerad bloquee
archived 保管済み
paused postponed postpone deferred defer delayed delay rescheduled vacation pausad pausiert
paused suspendido suspendu beurlaubt tjanstledig
repaired maintenance repair underrepair degraded unhealthy servicing recovering calibrating
amended amended amend amendment corrected correction revised revision edited edit modified
amended reopened reopen restored restore renewed renewal extended extension escalated escalate
"""
"""What is exceptional about a record for a time."""

SOFT_WORDS = frozenset(
    """active running processing processed progress inprogress pending waiting open opened received
    sent ready review scheduled hold closed enrolled live online pass contact ordered booked
    released left departed run check request registered published picked pickedup issued queued
    assigned reserved start started posted reported
    estimate demo envoye envoyee skickad versendet enviado enviada""".split()
)
"""Words of states that come earlier or later: the order of an enum places them."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a word stands: at a *progress*, or at an *ending* or an *exception* by its name."""

    progress: int = 0
    ending: str = ""
    exception: str = ""

    @property
    def is_progress(self) -> bool:
        """Whether the place is a step on the way."""
        return not self.ending and not self.exception


STANDING_WORDS = """
46 published released listed launched live deployed publication
terminated closed close closing closure
"""

KIND_WORDS = {
    "work": """
90 restored restore
""",
    "run": """
60 posted
90 cleared
""",
    "message": """
70 sent send
76 delivered delivery
92 opened open read viewed seen
98 clicked replied answered
""",
    "flight": """
60 departed departure
85 landed arrived arrival
""",
    "refund": """
96 refunded refund
""",
    "trade": """
50 pickedup pickup
""",
    "bill": """
20 sent send sending issued emailed shipped envoye envoyee skickad versendet enviado enviada
30 viewed
""",
    "loan": """
50 checkedout checkout lent
90 returned return retur
refunded refunded
""",
    "standing": STANDING_WORDS,
    "machine": STANDING_WORDS,
}
"""Words that mean something else for records of a kind."""


@lru_cache(maxsize=1)
def load_places() -> dict[str, Place]:
    """Return the place of each word; of a word in several lines, that of the last one."""
    texts = (PROGRESS_WORDS, ENDING_WORDS, EXCEPTION_WORDS)
    return {word: place for text in texts for word, place in _read_lines(text)}


@lru_cache(maxsize=16)
def load_kind_places(kind: str) -> dict[str, Place]:
    """Return the places of the words that have another one for records of *kind*."""
    return dict(_read_lines(KIND_WORDS.get(kind, "")))


def find_word(word: str, kind: str) -> Place | None:
    """Return the place of *word* for records of *kind*; None if it names no stage."""
    return load_kind_places(kind).get(word) or load_places().get(word)


def _read_lines(text: str) -> Iterator[tuple[str, Place]]:
    """Yield the words of a table, each with the place at the beginning of its line."""
    endings = {line.split()[0] for line in ENDING_WORDS.split("\n") if line}
    for line in filter(None, text.split("\n")):
        name, *words = line.split()
        if name.isdigit():
            place = Place(progress=int(name))
        else:
            place = Place(ending=name) if name in endings else Place(exception=name)
        yield from ((word, place) for word in words)
