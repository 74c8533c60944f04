"""More Japanese names than Faker has: in kanji, in kana, and in Latin letters."""

from __future__ import annotations

FAMILY_NAMES = """
佐藤 サトウ sato|鈴木 スズキ suzuki|高橋 タカハシ takahashi|田中 タナカ tanaka|伊藤 イトウ ito
渡辺 ワタナベ watanabe|山本 ヤマモト yamamoto|中村 ナカムラ nakamura|小林 コバヤシ kobayashi
加藤 カトウ kato|吉田 ヨシダ yoshida|山田 ヤマダ yamada|佐々木 ササキ sasaki
山口 ヤマグチ yamaguchi|松本 マツモト matsumoto|井上 イノウエ inoue|木村 キムラ kimura
林 ハヤシ hayashi|斎藤 サイトウ saito|清水 シミズ shimizu|山崎 ヤマザキ yamazaki
森 モリ mori|池田 イケダ ikeda|橋本 ハシモト hashimoto|阿部 アベ abe|石川 イシカワ ishikawa
山下 ヤマシタ yamashita|中島 ナカジマ nakajima|小川 オガワ ogawa|石井 イシイ ishii
前田 マエダ maeda|岡田 オカダ okada|長谷川 ハセガワ hasegawa|藤田 フジタ fujita
後藤 ゴトウ goto|近藤 コンドウ kondo|村上 ムラカミ murakami|遠藤 エンドウ endo
青木 アオキ aoki|坂本 サカモト sakamoto|福田 フクダ fukuda|太田 オオタ ota|西村 ニシムラ nishimura
藤井 フジイ fujii|岡本 オカモト okamoto|藤原 フジワラ fujiwara|三浦 ミウラ miura
中川 ナカガワ nakagawa|原田 ハラダ harada|松田 マツダ matsuda|竹内 タケウチ takeuchi
小野 オノ ono|田村 タムラ tamura|中山 ナカヤマ nakayama|和田 ワダ wada|石田 イシダ ishida
上田 ウエダ ueda|森田 モリタ morita|柴田 シバタ shibata|酒井 サカイ sakai|工藤 クドウ kudo
横山 ヨコヤマ yokoyama|宮崎 ミヤザキ miyazaki|内田 ウチダ uchida|高木 タカギ takagi
安藤 アンドウ ando|谷口 タニグチ taniguchi|大野 オオノ ono|丸山 マルヤマ maruyama
今井 イマイ imai|高田 タカダ takada|藤本 フジモト fujimoto|武田 タケダ takeda
村田 ムラタ murata|上野 ウエノ ueno|杉山 スギヤマ sugiyama|増田 マスダ masuda
平野 ヒラノ hirano|大塚 オオツカ otsuka|千葉 チバ chiba|久保 クボ kubo|松井 マツイ matsui
小島 コジマ kojima|岩崎 イワサキ iwasaki|桜井 サクライ sakurai|野口 ノグチ noguchi
松尾 マツオ matsuo|野村 ノムラ nomura|木下 キノシタ kinoshita|菊地 キクチ kikuchi
佐野 サノ sano|大西 オオニシ onishi|杉本 スギモト sugimoto|新井 アライ arai
浜田 ハマダ hamada|菅原 スガワラ sugawara|市川 イチカワ ichikawa|水野 ミズノ mizuno
小松 コマツ komatsu|島田 シマダ shimada|古川 フルカワ furukawa|小山 コヤマ koyama
"""

FEMALE_NAMES = """
陽子 ヨウコ yoko|美咲 ミサキ misaki|さくら サクラ sakura|結衣 ユイ yui|葵 アオイ aoi|陽菜 ヒナ hina
美優 ミユ miyu|七海 ナナミ nanami|花子 ハナコ hanako|由美子 ユミコ yumiko|恵子 ケイコ keiko
久美子 クミコ kumiko|真由美 マユミ mayumi|直子 ナオコ naoko|裕子 ユウコ yuko|智子 トモコ tomoko
香織 カオリ kaori|愛 アイ ai|彩 アヤ aya|麻衣 マイ mai|舞 マイ mai|千尋 チヒロ chihiro
楓 カエデ kaede
凛 リン rin|桃子 モモコ momoko|春香 ハルカ haruka|明日香 アスカ asuka|里奈 リナ rina
優子 ユウコ yuko
京子 キョウコ kyoko|幸子 サチコ sachiko|和子 カズコ kazuko|洋子 ヨウコ yoko|節子 セツコ setsuko
美穂 ミホ miho|沙織 サオリ saori|奈々 ナナ nana|詩織 シオリ shiori|琴音 コトネ kotone|莉子 リコ riko
杏 アン an|美月 ミヅキ mizuki|芽衣 メイ mei|心春 コハル koharu|紗希 サキ saki|亜美 アミ ami
瞳 ヒトミ hitomi|千代 チヨ chiyo|みどり ミドリ midori|あかり アカリ akari|ひかり ヒカリ hikari
絵里 エリ eri|友美 トモミ tomomi|仁美 ヒトミ hitomi|小百合 サユリ sayuri|理恵 リエ rie
加奈 カナ kana
典子 ノリコ noriko|早紀 サキ saki|涼子 リョウコ ryoko
"""

MALE_NAMES = """
大輔 ダイスケ daisuke|翔太 ショウタ shota|健太 ケンタ kenta|拓也 タクヤ takuya|誠 マコト makoto
浩 ヒロシ hiroshi|太郎 タロウ taro|一郎 イチロウ ichiro|次郎 ジロウ jiro|健一 ケンイチ kenichi
直樹 ナオキ naoki|和也 カズヤ kazuya|達也 タツヤ tatsuya|亮 リョウ ryo|亮介 リョウスケ ryosuke
翼 ツバサ tsubasa|蓮 レン ren|湊 ミナト minato|陽翔 ハルト haruto|大和 ヤマト yamato
悠真 ユウマ yuma
樹 イツキ itsuki|颯太 ソウタ sota|海斗 カイト kaito|陸 リク riku|優太 ユウタ yuta|裕太 ユウタ yuta
隆 タカシ takashi|茂 シゲル shigeru|勇 イサム isamu|清 キヨシ kiyoshi|進 ススム susumu
学 マナブ manabu
修 オサム osamu|豊 ユタカ yutaka|正 タダシ tadashi|実 ミノル minoru|明 アキラ akira|淳 ジュン jun
聡 サトシ satoshi|剛 ツヨシ tsuyoshi|剛志 ツヨシ tsuyoshi|康弘 ヤスヒロ yasuhiro
英樹 ヒデキ hideki|秀樹 ヒデキ hideki|博之 ヒロユキ hiroyuki|雅彦 マサヒコ masahiko
俊介 シュンスケ shunsuke|慎一 シンイチ shinichi|哲也 テツヤ tetsuya|純一 ジュンイチ junichi
光 ヒカル hikaru|航 ワタル wataru|悟 サトル satoru|徹 トオル toru|仁 ジン jin|圭 ケイ kei
涼太 リョウタ ryota|智也 トモヤ tomoya|祐介 ユウスケ yusuke
"""


def list_entries(table: str) -> tuple[tuple[str, str, str], ...]:
    """Return the names of *table*, each in its three spellings."""
    rows = (entry.split() for line in table.split("\n") for entry in line.split("|") if entry)
    return tuple((kanji, kana, romaji) for kanji, kana, romaji in rows)
