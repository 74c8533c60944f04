"""Japanese words of names, in kanji, kana and Latin letters, by what they mean in English."""

from __future__ import annotations

from pytest_fixturegen.providers.name_words import ja_work

WORDS = """
supplier: 仕入先 仕入れ先 shiire_saki shiiresaki
purchase_price: 仕入価格 仕入値 仕入単価
selling_price: 販売価格 売価
reorder_point: 発注点
ean: JANコード janコード
weight_g: 重量g
sale_start_date: 販売開始日
discontinued: 廃番
account_holder: 口座名義 名義人
branch_name: 支店名
branch_code: 支店番号 支店コード
account_type: 口座種別 預金種別
opened_date: 開設日
closed_date: 解約日 閉鎖日
insurance_number: 保険者番号
attending_physician: 主治医
diagnosis: 病名 傷病名
room_number: 病室
stock_quantity: zaiko_su 在庫量
received_date: nyuka_bi 入荷日 入庫日
shipped_date: 出荷日 出庫日
storage_location: hokan_basho 保管場所
sale: 売上 uriage
sale_date: uriage_bi 売上日 販売日
sale_number: uriage_no
store_name: tenpo_mei 店舗名 店名
store: 店舗 tenpo
tax_amount: zei_gaku 消費税額
gross_amount: zeikomi_kingaku
payment_type: 支払区分 shiharai_kubun
student_number: 学籍番号
faculty: 学部
major: 学科 専攻
enrollment_date: 入学年月日 入学日
graduating: 卒業見込
emergency_contact: 緊急連絡先
credits: 単位数
attendance_percent: 出席率
property_name: 物件名
nearest_station: 最寄駅
walking_minutes: 徒歩分 徒歩
built_month: 築年月
management_fee: 管理費 共益費
pets_allowed: ペット可
clock_in: 出勤時刻 出勤時間
clock_out: 退勤時刻 退勤時間
break_minutes: 休憩時間 休憩
paid_leave: 有給
project_name: プロジェクト名 案件名
task_name: タスク名 作業名
progress_percent: 進捗率 進捗
deadline: 締切日 完了予定日
team_name: チーム名
player: 選手 選手名
season: シーズン
recipe_name: レシピ名 料理名
ingredients: 材料
servings: 人前
cooking_time_minutes: 調理時間
first_name: =名 =mei
name: 名 mei
birth_place: 本籍
department_name: 部署名 部門名
phone_extension: 内線番号 内線
years_of_service: 勤続年数
boss: 上長
customer_name: 顧客名 お客様名 kokyakumei kokyaku_mei
product_name: shohin_mei
delivery_address: 配送先住所 届け先住所 haiso_saki haisosaki お届け先 配送先
desired_delivery_date: 配達希望日 配送希望日 希望日
booking_number: 予約番号 yoyaku_bango
representative: 代表者名 代表者 daihyosha
guests: 人数 宿泊人数 利用人数 ninzu
check_in: チェックイン日 チェックイン 宿泊日
check_out: チェックアウト日 チェックアウト
room_type: 部屋タイプ 部屋種別
room_rate: 宿泊料金 料金
special_requests: 特記事項 ご要望
nights: 泊数
breakfast_included: 朝食付き
datetime: yoyaku_nichiji
customer_id: 顧客id kokyakuid
publisher: 出版社
pages: ページ数
publication_date: 出版日 発行日 発売日
borrowed_at: 貸出日
return_date: 返却日
due_date: 返却期限 納期 支払期日
grade: 学年 gakunen
class_name: 組 クラス kumi
score: 点数 得点 tokuten
subject: 科目 教科 kamoku
guardian: 保護者 保護者名 hogosha
absent_days: 欠席日数
medical_department: 診療科
symptoms: 症状 shojo
treatment: 処置 治療
medication: 薬 処方 処方薬
allergies: アレルギー
blood_pressure: 血圧
body_temperature: 体温
visit_date: 受診日 来院日
insurance_number: 保険証番号
humidity: 湿度
precipitation: 降水量
wind_speed: 風速
air_pressure: 気圧
measured_at: 測定日時 計測日時
location: 場所 設置場所 basho
license_plate: ナンバー 車両番号
vehicle_name: 車名 車種
mileage: 走行距離
model_year: 年式
fuel_type: 燃料
rent: 家賃 yachin
security_deposit: 敷金
key_money: 礼金
layout: 間取り madori
area_m2: 面積 専有面積 menseki
floor: 階 階数
building_age: 築年数
nearest_station: 最寄り駅
contract_start: 契約開始日
contract_end: 契約終了日
contract: 契約
invoice_number: 請求番号 請求書番号
issue_date: 発行日付
gross_amount: 税込金額 税込価格 税込
net_amount: 税抜金額 税抜価格 税抜
created_by: 作成者名 登録者
updated_by: 更新者
approved_by: 承認者
hourly_rate: 時給 jikyu
work_hours: 勤務時間 労働時間
overtime_hours: 残業時間
allowance: 手当
deductions: 控除 控除額
net_salary: 手取り 差引支給額
gross_salary: 総支給額
points: ポイント
rank: ランク 順位
membership_number: 会員番号
registered_date: 登録日 入会日
withdrawal_date: 退会日
withdrawn: 退会済み 退会
last_login: 最終ログイン 最終ログイン日時
favorite: お気に入り
url: URL
full_name: 氏名 姓名 shimei simei
name: 名前 名称 namae meisho
last_name: 姓 苗字 名字 sei myoji
first_name: 下の名前
full_name_kana: フリガナ ふりがな 氏名カナ カナ氏名 shimei_kana furigana
last_name_kana: セイ 姓カナ sei_kana
first_name_kana: メイ 名カナ mei_kana
kana: カナ かな kana
title: 件名 題名 タイトル kenmei taitoru
gender: 性別 seibetsu seibetu
birth_date: 生年月日 誕生日 seinengappi tanjobi tanjoubi
birth: 出生 誕生
birth_place: 出身地 shusshinchi
age: 年齢 nenrei
nationality: 国籍 kokuseki
marital_status: 婚姻状況 konin
language: 言語 gengo
email: メールアドレス メール 電子メール mail meeru meru_adoresu
phone: 電話 電話番号 denwa denwa_bango denwabango
mobile: 携帯 携帯電話 携帯番号 携帯電話番号 keitai keitai_denwa keitai_bango
fax: ファックス fakkusu
address: 住所 所在地 jusho juusho jyusho
postal_code: 郵便番号 〒 yubin_bango yuubin_bangou yubinbango yuubinbangou
prefecture: 都道府県 todofuken todoufuken
city: 市区町村 市町村 市 shikuchoson shikuchouson
street_address: 番地 banchi
building_name: 建物 建物名 tatemono tatemonomei ビル名
country: 国 国名 kuni kunimei
region: 地域 chiiki
number: 番号 bango bangou
code: コード kodo koodo
id: 識別子
date: 日付 日 年月日 hizuke bi
datetime: 日時 nichiji
time: 時刻 時間 jikoku jikan
year: 年 nen
month: 月 tsuki
weekday: 曜日 yobi
start: 開始 kaishi
end: 終了 shuryo shuuryou
due_date: 期限 支払期限 期日 締切 kigen kijitsu
period: 期間 kikan
created: 登録 作成 toroku touroku sakusei
updated: 更新 koshin koushin
deleted: 削除 sakujo
paid: 支払済 支払済み 入金済
paid_verb: 支払い
sent: 発送済 発送済み 送信済
shipped: 発送 hasso
delivered: 配達済 配達済み 配送済
delivery: 配送 配達 納品 haiso haitatsu
cancelled: キャンセル 取消 キャンセル済み
approved: 承認 承認済み shonin
rejected: 却下 否認
confirmed: 確認済み 確認
completed: 完了 kanryo
in_progress: 進行中 処理中 対応中
pending: 保留 未処理 承認待ち
unpaid: 未払い
new: 新規 shinki
active: 有効 稼働中 yuko
inactive: 無効 muko
draft: 下書き
returned: 返品 返却
refunded: 返金
published: 公開 kokai
received: 受領 受付 uketsuke
customer: 顧客 お客様 取引先 kokyaku okyakusama torihikisaki
employee: 社員 従業員 shain jugyoin
employee_number: 社員番号 shain_bango
user: 利用者 ユーザー ユーザ riyosha
username: ユーザー名
password: パスワード
member: 会員 kaiin
patient: 患者 kanja
student: 学生 生徒 gakusei seito
teacher: 教師 先生 kyoshi
doctor: 医師 ishi
manager: 管理者 責任者 上司 kanrisha sekininsha
contact_name: 担当者 担当者名 担当 tantosha tantousha
author: 著者 作成者 chosha
recipient: 受取人 届け先 宛先 uketorinin
company: 会社 企業 kaisha kigyo
company_name: 会社名 法人名 kaishamei kaisha_mei
department: 部署 部門 部 busho bumon
job_title: 役職 職業 職種 yakushoku shokugyo shokushu
product: 商品 製品 shohin shouhin seihin
product_name: 商品名 製品名 品名 shohinmei shouhinmei hinmei
order: 注文 受注 発注 chumon chuumon juchu
invoice: 請求書 請求 seikyusho seikyu
booking: 予約 yoyaku
payment: 支払 入金 shiharai nyukin
payment_method: 支払方法 支払い方法 決済方法 shiharai_hoho
line: 明細 meisai
price: 価格 値段 kakaku nedan
unit_price: 単価 tanka
amount: 金額 kingaku
total: 合計 合計金額 総額 gokei goukei gokei_kingaku
subtotal: 小計 shokei shoukei
tax: 消費税 税額 税 shohizei zei
tax_rate: 税率 消費税率 zeiritsu
discount: 割引 値引 waribiki
shipping_cost: 送料 soryo souryou
cost: 原価 費用 genka hiyo
salary: 給与 給料 kyuyo kyuryo
balance: 残高 zandaka
currency: 通貨 tsuka
quantity: 数量 個数 suryo suuryou kosu
unit: 単位 tani
stock: 在庫 在庫数 zaiko
weight: 体重 重量 重さ juryo taiju
height: 身長 高さ shincho takasa
length: 長さ nagasa
width: 幅 haba
size: サイズ saizu
color: 色 カラー iro
temperature: 温度 気温 ondo kion
percent: 割合 wariai
rating: 評価 hyoka
level: レベル
status: 状態 状況 ステータス jotai joutai
type: 種別 種類 区分 タイプ shubetsu shurui kubun
category: カテゴリ カテゴリー 分類 bunrui
group: グループ
description: 説明 内容 setsumei naiyo
notes: 備考 メモ biko bikou
comment: コメント
message: メッセージ 本文 honbun
reason: 理由 riyu
reference: 参照
image: 画像 写真 gazo shashin
file: ファイル
website: ウェブサイト ホームページ
priority: 優先度 yusendo
room: 部屋 部屋番号 heya
account: 口座 koza
account_number: 口座番号 koza_bango
bank_name: 銀行名 ginko ginkomei
flag: フラグ furagu
hire_date: 入社日 nyushabi nyusha_bi
termination_date: 退社日 退職日 taishokubi
blood_type: 血液型 ketsuekigata
diagnosis: 診断 診断名 shindan
admission: 入院 nyuin
discharge: 退院 taiin
school: 学校 学校名 gakko
latitude: 緯度 ido
longitude: 経度 keido
reservation: 予約番号
stay: 宿泊
count_of: 数
"""
"""English targets, each with its Japanese words; see :func:`dictionary.parse_words`."""

WORDS += ja_work.WORDS.lstrip()
