"""Words of other languages that are English words too."""

from __future__ import annotations

HOMOGRAPHS = frozenset(
    """a active admission age allergies alter am an and area art at author avis bank begin bi bit
    camera cap cargo casual chef client clinic code color comment commission commune complement
    concept control copy cor cost cours course data date den depart depot description design
    destination dia dim diplomatic distance district do doctor door due end es est fax fee file
    fin final fine folio fonction form format from gate gen gender general grad grade group haba
    hat height hospital hotel hours image in index item kana kind lag land last leave level
    lever line linear long longitude latitude mail make man mark mass mei message minute mobil
    mobile mode model month mood morada nature net neto new nome nota note notes number offer
    omen open order ort page paid paper parking part patient pays person photo pin plan plant
    plaza point port portable pose position post poste premium present pressure price priority
    product profession professor promotion provision public publication qualification quarter
    question rang rate rating raw region registration remark report reservation rest restaurant
    role roll room rum sala sale salon school section sector sei semester serial service sex
    sexe shimmer si signature site slut sort source stand start state station status stock stop
    store student style sum surface synopsis system tag tare tele temperature temple text tid
    time timbre title to total tour train transport type uf unit update uren user valid value
    version via vehicle video vid village visa volume vote week year kurs moms moral ore piano
    plaats data taxa tel tem ti alta capital pin estate personal regular data ano mes dos once
    red pan real son sin sale salve taille nomination secretary directory direction pour sauce
    fond menu gift bad gut fast rock see wand creation validation evaluation archive reserve
    diagnostic pseudo observation observations reception edition modification operation
    suppression inscription expedition le annexe document documents immatriculation signature
    fonction chat main coin four location lecture journal raisin robe sang tissue addition
    actual fabric mobile item latitude longitude numeric subtotal sites tenant vendor hire fire
    rent talla talon nos nom num numero saldo registro mat maj prof mode tarif solde bit rad del
    typ""".split()
)
"""Words that stay English unless their record speaks the other language."""
