"""Statuses in the language of the locale."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

COLUMNS = ("sv", "de", "fr", "es", "pt", "ja")

STATUSES = """
pending|väntande|ausstehend|en attente|pendiente|pendente|保留中
active|aktiv|aktiv|actif|activo|ativo|有効
inactive|inaktiv|inaktiv|inactif|inactivo|inativo|無効
completed|slutförd|abgeschlossen|terminé|completado|concluído|完了
cancelled|avbruten|storniert|annulé|cancelado|cancelado|キャンセル
paid|betald|bezahlt|payé|pagado|pago|支払済み
unpaid|obetald|unbezahlt|impayé|impagado|não pago|未払い
processing|behandlas|in Bearbeitung|en préparation|en proceso|em processamento|処理中
shipped|skickad|versandt|expédié|enviado|enviado|発送済み
delivered|levererad|zugestellt|livré|entregado|entregue|配達済み
refunded|återbetald|erstattet|remboursé|reembolsado|reembolsado|返金済み
open|öppen|offen|ouvert|abierto|aberto|未対応
in_progress|pågår|in Bearbeitung|en cours|en curso|em andamento|対応中
in_review|granskas|in Prüfung|en révision|en revisión|em revisão|確認中
done|klar|erledigt|terminé|hecho|feito|完了
wont_fix|åtgärdas ej|wird nicht behoben|sans suite|descartado|descartado|対応しない
on_hold|vilande|zurückgestellt|en pause|en espera|em espera|保留
resolved|löst|gelöst|résolu|resuelto|resolvido|解決済み
closed|stängd|geschlossen|clôturé|cerrado|encerrado|終了
draft|utkast|Entwurf|brouillon|borrador|rascunho|下書き
sent|skickad|gesendet|envoyé|enviado|enviado|送付済み
overdue|förfallen|überfällig|en retard|vencido|em atraso|期限超過
requested|begärd|angefragt|demandé|solicitado|solicitado|申請中
approved|godkänd|genehmigt|approuvé|aprobado|aprovado|承認済み
rejected|avslagen|abgelehnt|refusé|rechazado|rejeitado|却下
expired|utgången|abgelaufen|expiré|caducado|expirado|期限切れ
queued|köad|wartend|en file|en cola|na fila|待機中
running|körs|läuft|en cours|en ejecución|em execução|実行中
failed|misslyckad|fehlgeschlagen|échoué|fallido|falhou|失敗
suspended|avstängd|gesperrt|suspendu|suspendido|suspenso|停止中
on_leave|tjänstledig|beurlaubt|en congé|de baja|afastado|休職中
terminated|avslutad|ausgeschieden|parti|baja|desligado|退職
enrolled|inskriven|eingeschrieben|inscrit|inscrito|matriculado|在籍
withdrawn|avhoppad|abgemeldet|retiré|retirado|desistente|辞退
new|ny|neu|nouveau|nuevo|novo|新規
contacted|kontaktad|kontaktiert|contacté|contactado|contatado|連絡済み
qualified|kvalificerad|qualifiziert|qualifié|calificado|qualificado|見込み
converted|konverterad|gewonnen|converti|convertido|convertido|成約
lost|förlorad|verloren|perdu|perdido|perdido|失注
proposal|offert|Angebot|proposition|propuesta|proposta|提案中
negotiation|förhandling|Verhandlung|négociation|negociación|negociação|交渉中
won|vunnen|gewonnen|gagné|ganado|ganho|受注
applied|sökt|beworben|postulé|postulado|inscrito|応募
screening|gallring|Vorauswahl|présélection|preselección|triagem|書類選考
interview|intervju|Gespräch|entretien|entrevista|entrevista|面接
offer|erbjudande|Angebot|offre|oferta|oferta|内定
hired|anställd|eingestellt|embauché|contratado|contratado|採用
scheduled|planerad|geplant|planifié|programado|agendado|予定
confirmed|bekräftad|bestätigt|confirmé|confirmado|confirmado|確定
no_show|uteblev|nicht erschienen|absent|no presentado|não compareceu|無断欠席
checked_in|incheckad|eingecheckt|arrivé|registrado|check-in feito|チェックイン済み
checked_out|utcheckad|ausgecheckt|parti|finalizado|check-out feito|チェックアウト済み
accepted|accepterad|angenommen|accepté|aceptado|aceito|受付済み
submitted|inskickad|eingereicht|soumis|presentado|enviado|提出済み
under_review|granskas|in Prüfung|en examen|en revisión|em análise|審査中
denied|nekad|abgelehnt|refusé|denegado|negado|否認
online|ansluten|online|en ligne|en línea|online|稼働中
offline|frånkopplad|offline|hors ligne|fuera de línea|offline|停止
maintenance|underhåll|in Wartung|en maintenance|en mantenimiento|em manutenção|点検中
in_maintenance|på verkstad|in Wartung|en entretien|en taller|em manutenção|整備中
error|fel|Störung|en panne|con error|com erro|エラー
paused|pausad|pausiert|en pause|en pausa|pausado|一時停止
planned|planerad|geplant|prévu|planificado|planejado|計画中
published|publicerad|veröffentlicht|publié|publicado|publicado|公開
archived|arkiverad|archiviert|archivé|archivado|arquivado|保管済み
live|pågår|läuft|en direct|en vivo|ao vivo|進行中
finished|avslutad|beendet|terminé|finalizado|encerrado|終了
postponed|uppskjuten|verschoben|reporté|aplazado|adiado|延期
returned|återlämnad|zurückgegeben|retourné|devuelto|devolvido|返却済み
available|ledig|verfügbar|disponible|disponible|disponível|空き
reserved|reserverad|reserviert|réservé|reservado|reservado|予約済み
sold|såld|verkauft|vendu|vendido|vendido|売却済み
retired|avställd|stillgelegt|retiré|retirado|desativado|廃車
registered|registrerad|erfasst|enregistré|registrado|registrado|登録済み
received|mottagen|eingegangen|reçu|recibido|recebido|受付
"""
"""Statuses in English, and in the languages of :data:`COLUMNS`."""


@lru_cache(maxsize=8)
def _list_statuses(language: str) -> dict[str, str]:
    """Return the statuses in *language* by their English words."""
    if language not in COLUMNS:
        return {}
    rows = [line.split("|") for line in STATUSES.strip().splitlines()]
    place = COLUMNS.index(language) + 1
    return {row[0]: row[place] for row in rows}


def translate_statuses(options: Sequence[str], language: str) -> tuple[str, ...]:
    """Return *options* in *language*; as they are if it lacks one, or has one word for two."""
    known = _list_statuses(language)
    shown = tuple(known.get(option, "") for option in options)
    return shown if all(shown) and len(set(shown)) == len(options) else tuple(options)
