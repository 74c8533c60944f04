"""Parts of sentences and headlines in German, Swedish, French and Japanese.

Each part fits every part that follows it in its topic.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from pytest_fixturegen.providers.data.local_trade import split_commas

SentenceParts = tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]


class Prose(NamedTuple):
    """The parts of texts in one language.

    Each topic has three parts of a sentence; a headline has two parts.
    """

    topics: tuple[SentenceParts, ...]
    headline_starts: tuple[str, ...]
    headline_ends: tuple[str, ...]
    thing_names: tuple[str, ...]
    word_separator: str = " "
    full_stop: str = "."


LOCAL_PROSE: Mapping[str, Prose] = {
    "de": Prose(
        (
            (
                split_commas(
                    """Die Lieferung wurde, Das Paket wurde, Die Bestellung wurde,
                    Das Ersatzteil wurde, Die Sendung wurde"""
                ),
                split_commas(
                    """am Dienstagmorgen, noch vor dem Mittag, wie am Telefon besprochen,
                    trotz des Regens, ohne einen Kratzer, rechtzeitig zum Wochenende,
                    am Seiteneingang, mit der Rechnung im Karton"""
                ),
                split_commas("zugestellt, abgeholt, angenommen, übergeben, gebracht"),
            ),
            (
                split_commas(
                    """Das Team hat, Die Gruppe hat, Unsere Abteilung hat, Die neue Kollegin hat,
                    Der Projektleiter hat"""
                ),
                split_commas(
                    """am Freitag, in aller Ruhe, nach der Mittagspause, mit viel Geduld,
                    schneller als gedacht, bis zum Abend, ohne Rückfragen,
                    gemeinsam mit dem Kunden"""
                ),
                split_commas(
                    """den Entwurf geprüft, die Liste abgearbeitet, den Fehler gefunden,
                    den Zeitplan besprochen, die Präsentation vorbereitet, alle Fragen geklärt,
                    den Bericht fertiggestellt"""
                ),
            ),
            (
                split_commas(
                    """Das Zimmer war, Die Unterkunft war, Der Empfang war, Das Frühstück war,
                    Die Wohnung war"""
                ),
                split_commas(
                    """wie immer, an jedem Tag, auch am Wochenende, für den Preis,
                    trotz der Baustelle"""
                ),
                split_commas(
                    """sehr angenehm, genau wie beschrieben, ausgesprochen gut,
                    besser als erwartet, sauber und freundlich"""
                ),
            ),
        ),
        split_commas(
            """Neues über, Fünf Fragen über, Ein Bericht über, Zehn Ideen für, Mehr Raum für,
            Ein Plädoyer für, Alles über, Kleine Schritte für, Gute Gründe für"""
        ),
        split_commas(
            """bessere Besprechungen, städtische Gärten, langsames Reisen, kleine Teams,
            gute Küche, alte Fahrräder, öffentliche Büchereien, einfache Gestaltung,
            mobiles Arbeiten, regionale Märkte, offene Daten, frühe Morgenstunden,
            gemeinsame Büros, grüne Dächer, ehrliche Preise, lange Projekte"""
        ),
        split_commas(
            """Nordlicht, Morgentau, Waldrand, Seeblick, Kompass, Leuchtturm, Bergkamm,
            Sommerwind, Horizont, Ankerplatz, Sternwarte, Flussufer, Abendrot, Wegweiser,
            Apfelbaum, Steinbruch, Talblick, Windrad, Mühlbach, Eiswolke"""
        ),
    ),
    "sv": Prose(
        (
            (
                split_commas(
                    """Leveransen, Paketet, Beställningen, Reservdelen, Försändelsen,
                    Kartongen från lagret"""
                ),
                split_commas(
                    """kom fram, hämtades ut, lämnades hos grannen, packades upp, skickades om,
                    nådde receptionen"""
                ),
                split_commas(
                    """på tisdagsmorgonen, före lunch, efter en kort försening, utan en repa,
                    lagom till helgen, trots regnet, enligt överenskommelse, vid sidoingången"""
                ),
            ),
            (
                split_commas(
                    "Teamet, Gruppen, Vår avdelning, Den nya kollegan, Projektledaren, Kunden"
                ),
                split_commas(
                    """gick igenom utkastet, blev klar med listan, hittade felet,
                    diskuterade tidsplanen, förberedde mötet, skrev rapporten,
                    svarade på alla frågor"""
                ),
                split_commas(
                    """i fredags, i lugn och ro, efter lunchen, med stort tålamod,
                    snabbare än väntat, före kvällen"""
                ),
            ),
            (
                split_commas("Rummet, Boendet, Frukosten, Bemötandet, Läget"),
                split_commas(
                    """gjorde oss nöjda, motsvarade beskrivningen, höll hög klass,
                    blev bättre än väntat"""
                ),
                split_commas(
                    """under hela vistelsen, varje dag, även på helgen, trots bygget intill,
                    för det priset"""
                ),
            ),
        ),
        split_commas(
            """En kort guide till, Nyheter om, Fem frågor om, Tio idéer för, Mer plats för,
            Så fungerar det med, Allt om, Små steg mot, Därför behövs, Tankar om"""
        ),
        split_commas(
            """bättre möten, stadens trädgårdar, långsamma resor, små team, vardagsmat,
            gamla cyklar, öppna bibliotek, enkel formgivning, distansarbete, lokala marknader,
            öppna data, tidiga morgnar, delade kontor, gröna tak, ärliga priser, långa projekt"""
        ),
        split_commas(
            """Norrsken, Havsbris, Skogsbryn, Fjällvind, Kompass, Fyrtorn, Sommaräng, Horisont,
            Stjärnfall, Strandkant, Morgondagg, Björkdunge, Vinterljus, Ekstubbe, Vattenfall,
            Stenbro, Kvällssol, Segelbåt, Blåklocka, Isberg"""
        ),
    ),
    "fr": Prose(
        (
            (
                split_commas(
                    "Le colis, Le livreur, Le carton, Le deuxième envoi, Le paquet, Le retour"
                ),
                split_commas("est arrivé, est passé, est reparti, est revenu, a pris la route"),
                split_commas(
                    """mardi matin, avant midi, après un court retard,
                    comme convenu au téléphone, malgré la pluie, juste avant le week-end,
                    par l'entrée de côté"""
                ),
            ),
            (
                split_commas(
                    """L'équipe, Le groupe, Notre service, La nouvelle collègue,
                    Le chef de projet, Le client"""
                ),
                split_commas(
                    """a relu le projet, a terminé la liste, a trouvé l'erreur,
                    a préparé la réunion, a rédigé le rapport, a répondu à toutes les questions,
                    a proposé un calendrier"""
                ),
                split_commas(
                    """vendredi, dans le calme, après le déjeuner, avec patience,
                    plus vite que prévu, avant le soir"""
                ),
            ),
            (
                split_commas("La chambre, Le petit déjeuner, L'accueil, Le logement, Le quartier"),
                split_commas(
                    """nous a beaucoup plu, correspond à la description, vaut le détour,
                    mérite une bonne note"""
                ),
                split_commas(
                    """pour le prix, même le week-end, malgré les travaux,
                    du premier au dernier jour, comme toujours"""
                ),
            ),
        ),
        split_commas(
            """Petit guide pour, Cinq questions sur, Dix idées pour, Un regard sur,
            Du nouveau pour, Tout savoir sur, Une place pour, Notes sur, Plaidoyer pour"""
        ),
        split_commas(
            """les petites équipes, les jardins de la ville, les voyages lents,
            la cuisine maison, les vieux vélos, les bibliothèques publiques,
            le travail à distance, les marchés locaux, les données ouvertes,
            les bureaux partagés, les toits verts, les longs projets, la musique de rue,
            le train de nuit"""
        ),
        split_commas(
            """Aurore, Horizon, Boussole, Phare, Clairière, Rivage, Sentier, Verger, Étoile,
            Cascade, Colline, Brise, Moulin, Lagune, Prairie, Voilier, Source, Sommet, Fontaine,
            Jardin"""
        ),
    ),
    "ja": Prose(
        (
            (
                split_commas("荷物は, 商品は, 小包は, 交換品は, 注文した品は, 二つ目の荷物は"),
                split_commas(
                    """火曜日の朝に, 午前中に, 少し遅れて, 電話で伝えたとおり, 雨の中でも,
                    週末に間に合うように, 傷ひとつなく, 請求書と一緒に"""
                ),
                split_commas(
                    "届きました, 受け取りました, 到着しました, 配達されました, 手元に届きました"
                ),
            ),
            (
                split_commas("チームは, 担当者は, 開発部は, 新しい同僚は, お客様は, 私たちは"),
                split_commas(
                    "金曜日に, 昼休みの後に, 予定より早く, 丁寧に, 夕方までに, 全員で, 会議の前に"
                ),
                split_commas(
                    """資料を確認しました, 一覧を仕上げました, 問題を見つけました,
                    日程を相談しました, 発表の準備をしました, 報告書をまとめました,
                    質問に答えました"""
                ),
            ),
            (
                split_commas("部屋は, 朝食は, 受付の対応は, 宿は, 周りの環境は"),
                split_commas("期間中ずっと, 週末も, 値段のわりに, 思っていたより, 毎日"),
                split_commas(
                    """とても快適でした, 申し分ありませんでした, 気持ちのよいものでした,
                    満足できました"""
                ),
            ),
        ),
        split_commas(
            """小さなチームの, 街の庭の, ゆっくり旅の, 家庭料理の, 古い自転車の, 図書館の,
            在宅勤務の, 地元の市場の, 夜行列車の, 春の行事の, 朝の散歩の, 共有オフィスの"""
        ),
        split_commas(
            """楽しみ方, 五つの工夫, はじめの一歩, これから, 選び方, 舞台裏, よくある質問,
            小さな発見, 新しい形, 続け方"""
        ),
        split_commas(
            """暁, 青空, 灯台, 若葉, 羅針盤, 海風, 夕凪, 星空, 泉, 山桜, 水面, 朝露, 木漏れ日,
            白雲, 小道, 風車, 松林, 雪原, 月影, 花筏"""
        ),
        "",
        "。",
    ),
}
