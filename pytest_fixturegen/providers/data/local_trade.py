"""The words of trade in German, Swedish, French and Japanese. Other languages use English words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Trade(NamedTuple):
    """Things for sale, their materials, and the template of a title with both."""

    template: str
    things: tuple[str, ...]
    materials: tuple[str, ...]


def split_commas(text: str) -> tuple[str, ...]:
    """Return the words between the commas of *text*, without spaces around them."""
    return tuple(word.strip() for word in text.replace("\n", " ").split(","))


TRADES: Mapping[str, Trade] = {
    "de": Trade(
        "{thing} {material}",
        split_commas(
            """Schreibtischlampe, Rucksack, Kaffeebecher, Notizbuch, Trinkflasche, Schneidebrett,
            Wanduhr, Kissen, Kopfhörer, Tastatur, Tragetasche, Wolldecke, Bilderrahmen,
            Kerzenhalter, Beistelltisch, Bücherregal, Blumentopf, Wasserkocher, Brotdose,
            Regenschirm, Lautsprecher, Fahrradlicht, Regenjacke, Laufschuhe, Sonnenbrille,
            Geldbeutel, Gürtel, Schal, Mütze, Badetuch, Aufbewahrungskorb, Spiegel, Teekanne,
            Servierschale, Pfeffermühle, Fußmatte, Zelt, Schlafsack"""
        ),
        split_commas(
            """aus Eiche, aus Leinen, aus Keramik, aus Leder, aus Bambus, aus Stahl,
            aus Baumwolle, aus Kupfer, aus Wolle, aus Glas, aus Kork, aus Filz, Klassik, Kompakt,
            Natur, Premium, für unterwegs, für jeden Tag"""
        ),
    ),
    "sv": Trade(
        "{thing} {material}",
        split_commas(
            """Skrivbordslampa, Ryggsäck, Kaffemugg, Anteckningsbok, Vattenflaska, Skärbräda,
            Väggklocka, Prydnadskudde, Hörlurar, Tangentbord, Tygkasse, Filt, Tavelram,
            Ljusstake, Sidobord, Bokhylla, Blomkruka, Vattenkokare, Matlåda, Paraply, Högtalare,
            Cykellampa, Regnjacka, Löparskor, Solglasögon, Plånbok, Bälte, Halsduk, Mössa,
            Badhandduk, Förvaringskorg, Spegel, Tekanna, Serveringsskål, Pepparkvarn, Dörrmatta,
            Tält, Sovsäck"""
        ),
        split_commas(
            """i ek, i linne, i keramik, i läder, i bambu, i stål, i bomull, i koppar, i ull,
            i glas, i kork, i filt, Klassisk, Kompakt, Nordisk, Original, för resan, för vardagen"""
        ),
    ),
    "fr": Trade(
        "{thing} {material}",
        split_commas(
            """Lampe de bureau, Sac à dos, Tasse à café, Carnet, Gourde, Planche à découper,
            Horloge murale, Coussin, Clavier, Sac en toile, Couverture, Cadre photo, Bougeoir,
            Table d'appoint, Bibliothèque, Pot de fleurs, Bouilloire, Boîte à repas, Parapluie,
            Enceinte, Lampe de vélo, Veste de pluie, Portefeuille, Ceinture, Écharpe, Bonnet,
            Serviette de bain, Panier de rangement, Miroir, Théière, Saladier, Moulin à poivre,
            Paillasson, Tente"""
        ),
        split_commas(
            """en chêne, en lin, en céramique, en cuir, en bambou, en acier, en coton, en cuivre,
            en laine, en verre, en liège, en feutre, de voyage, de tous les jours, de saison,
            d'atelier"""
        ),
    ),
    "ja": Trade(
        "{material}{thing}",
        split_commas(
            """デスクランプ, リュックサック, マグカップ, ノート, 水筒, まな板, 掛け時計,
            クッション, ヘッドホン, キーボード, トートバッグ, ブランケット, 写真立て,
            キャンドルホルダー, サイドテーブル, 本棚, 植木鉢, やかん, 弁当箱, 傘, スピーカー,
            自転車用ライト, レインジャケット, ランニングシューズ, サングラス, 財布, ベルト,
            マフラー, ニット帽, バスタオル, 収納かご, 鏡, 急須, 大皿, 胡椒挽き, 玄関マット,
            テント, 寝袋"""
        ),
        split_commas(
            """オーク材の, 麻の, 陶器の, 革の, 竹の, 鉄の, 綿の, 銅の, ウールの, ガラスの,
            コルクの, フェルトの, 軽量, 防水, 定番の, 手作りの, 北欧風, 折りたたみ"""
        ),
    ),
}

LOCAL_WORDS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "de": {
        "category": split_commas(
            """Bücher, Elektronik, Garten, Geschenke, Gesundheit, Haushalt, Kleidung, Küche,
            Lebensmittel, Möbel, Musik, Reisen, Schuhe, Spielzeug, Sport, Tierbedarf, Werkzeug"""
        ),
        "color": split_commas(
            """schwarz, weiß, grau, silber, rot, blau, grün, gelb, orange, lila, rosa, braun,
            beige, türkis, gold"""
        ),
        "department": split_commas(
            """Buchhaltung, Einkauf, Entwicklung, Finanzen, Forschung, Kundendienst, Logistik,
            Marketing, Personal, Produktion, Qualitätssicherung, Recht, Vertrieb"""
        ),
        "industry": split_commas(
            """Bankwesen, Bau, Bildung, Einzelhandel, Energie, Gastgewerbe, Gesundheitswesen,
            Landwirtschaft, Logistik, Maschinenbau, Medien, Software, Telekommunikation,
            Tourismus, Versicherung"""
        ),
        "material": split_commas(
            """Aluminium, Bambus, Baumwolle, Eiche, Glas, Keramik, Kunststoff, Leder, Leinen,
            Stahl, Wolle"""
        ),
        "tag": split_commas(
            """angebot, beliebt, entwurf, familie, intern, kultur, neu, presse, regional, reise,
            sommer, technik, winter"""
        ),
        "status": split_commas(
            "aktiv, aktiv, aktiv, ausstehend, ausstehend, inaktiv, archiviert, Entwurf"
        ),
        "progress": split_commas(
            "offen, in Bearbeitung, versandt, zugestellt, zugestellt, storniert, erstattet"
        ),
        "paid": split_commas("bezahlt, bezahlt, offen, fehlgeschlagen, erstattet"),
        "task": split_commas("offen, offen, in Arbeit, in Arbeit, blockiert, erledigt, erledigt"),
    },
    "sv": {
        "category": split_commas(
            """Böcker, Elektronik, Trädgård, Presenter, Hälsa, Hem, Kläder, Kök, Mat och dryck,
            Möbler, Musik, Resor, Skor, Leksaker, Sport, Husdjur, Verktyg"""
        ),
        "color": split_commas(
            """svart, vit, grå, silver, röd, blå, grön, gul, orange, lila, rosa, brun, beige,
            turkos, guld"""
        ),
        "department": split_commas(
            """Ekonomi, Forskning, Försäljning, Inköp, IT, Juridik, Kundtjänst, Kvalitet,
            Logistik, Marknadsföring, Personal, Produktion, Utveckling"""
        ),
        "industry": split_commas(
            """Bank, Bygg, Detaljhandel, Energi, Fastigheter, Försäkring, Hotell och restaurang,
            Jordbruk, Logistik, Media, Programvara, Telekom, Turism, Utbildning, Vård"""
        ),
        "material": split_commas(
            "aluminium, bambu, bomull, ek, glas, keramik, läder, linne, plast, stål, ull"
        ),
        "tag": split_commas(
            """erbjudande, familj, intern, kultur, lokalt, matlagning, nyhet, populärt, press,
            resa, sommar, teknik, utkast"""
        ),
        "job": split_commas(
            """Arkitekt, Arbetsterapeut, Barnmorska, Biolog, Busschaufför, Byggledare,
            Bibliotekarie, Ekonom, Elektriker, Fotograf, Förskollärare, Grafisk formgivare,
            Ingenjör, Jurist, Journalist, Kock, Läkare, Lärare, Marknadsförare, Maskinist,
            Mekaniker, Optiker, Projektledare, Psykolog, Redovisningsekonom, Rörmokare,
            Sjuksköterska, Snickare, Systemutvecklare, Säljare, Tandläkare, Testledare,
            Veterinär, Översättare"""
        ),
        "status": split_commas(
            "aktiv, aktiv, aktiv, väntande, väntande, inaktiv, arkiverad, utkast"
        ),
        "progress": split_commas(
            "mottagen, behandlas, skickad, levererad, levererad, avbruten, återbetald"
        ),
        "paid": split_commas("betald, betald, väntande, misslyckad, återbetald"),
        "task": split_commas("öppen, öppen, pågår, pågår, blockerad, klar, klar"),
    },
    "fr": {
        "category": split_commas(
            """Accessoires, Alimentation, Animaux, Beauté, Bureau, Chaussures, Cuisine,
            Électronique, Jardin, Jeux, Livres, Maison, Meubles, Musique, Outils, Santé, Sport,
            Vêtements, Voyage"""
        ),
        "color": split_commas(
            """noir, blanc, gris, argent, rouge, bleu, vert, jaune, orange, violet, rose, marron,
            beige, turquoise, doré"""
        ),
        "department": split_commas(
            """Achats, Comptabilité, Conception, Finances, Informatique, Juridique, Logistique,
            Marketing, Production, Qualité, Recherche, Ressources humaines, Service client,
            Ventes"""
        ),
        "industry": split_commas(
            """Agriculture, Assurance, Banque, Commerce de détail, Construction, Éducation,
            Énergie, Hôtellerie, Immobilier, Logiciel, Logistique, Médias, Santé,
            Télécommunications, Tourisme"""
        ),
        "material": split_commas(
            """acier, aluminium, bambou, bois, céramique, chêne, coton, cuir, laine, lin,
            plastique, verre"""
        ),
        "tag": split_commas(
            """actualité, culture, cuisine, été, famille, hiver, interne, local, nouveau, presse,
            promo, santé, voyage"""
        ),
        "status": split_commas(
            "actif, actif, actif, en attente, en attente, inactif, archivé, brouillon"
        ),
        "progress": split_commas(
            "en attente, en préparation, expédié, livré, livré, annulé, remboursé"
        ),
        "paid": split_commas("payé, payé, en attente, échoué, remboursé"),
        "task": split_commas("ouvert, ouvert, en cours, en cours, bloqué, terminé, terminé"),
    },
    "ja": {
        "category": split_commas(
            """本, 家電, 園芸, 贈り物, 健康, 日用品, 衣類, キッチン, 食品, 家具, 音楽, 旅行, 靴,
            おもちゃ, スポーツ, ペット用品, 工具"""
        ),
        "color": split_commas(
            "黒, 白, 灰色, 銀, 赤, 青, 緑, 黄色, オレンジ, 紫, ピンク, 茶色, ベージュ, 紺, 金"
        ),
        "department": split_commas(
            """経理部, 営業部, 開発部, 企画部, 研究部, 購買部, 広報部, 人事部, 製造部, 総務部,
            品質管理部, 物流部, 法務部"""
        ),
        "industry": split_commas(
            """銀行, 建設, 小売, 不動産, 保険, 農業, 物流, メディア, ソフトウェア, 通信, 観光,
            教育, 医療, 製造, エネルギー"""
        ),
        "material": split_commas(
            "アルミ, 竹, 綿, オーク, ガラス, 陶器, 革, 麻, プラスチック, 鉄, ウール"
        ),
        "tag": split_commas(
            "家族, 夏, 冬, 新着, 人気, 文化, 料理, 旅行, 技術, 健康, 限定, 下書き, 社内, 地域"
        ),
        "status": split_commas("有効, 有効, 有効, 保留中, 保留中, 無効, 保管済み, 下書き"),
        "progress": split_commas("受付済み, 処理中, 発送済み, 配達済み, 配達済み, 取消, 返金済み"),
        "paid": split_commas("支払い済み, 支払い済み, 未払い, 失敗, 返金済み"),
        "task": split_commas("未着手, 未着手, 進行中, 進行中, 保留, 完了, 完了"),
    },
}
"""Words by language and kind. A word that is listed more than once is drawn more often."""


def find_local_words(
    language: str,
    kind: str,
    default_words: tuple[str, ...],
) -> tuple[str, ...]:
    """Return the words of *kind* in *language*, by default *default_words*."""
    return LOCAL_WORDS.get(language, {}).get(kind, default_words)
