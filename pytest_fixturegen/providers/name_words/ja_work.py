"""Japanese words of names of trade, staff, care and rent, in kanji, kana and Latin letters."""

from __future__ import annotations

WORDS = """
rental: レンタル rentaru 貸出 貸渡 kashidashi
rental_car: レンタカー rentaka
line_number: 行番号 明細番号 明細行 gyou_bangou meisai_bangou
billing: 請求先
billing_postal_code: 請求先郵便番号
billing_address: 請求先住所
billing_company_name: 請求先会社名 請求先名
department_name: 請求先部署 所属部署 所属 shozoku
department: 請求先部署名
recipient: 届け先 届先 送付先 todokesaki
shipper: 発送元 出荷元
carrier: 配送業者 運送会社 配送会社 haisou_gyousha unsou_gaisha
tracking_number: 伝票番号 追跡番号 送り状番号 問い合わせ番号 denpyou_bangou tsuiseki_bangou
notes: 備考欄 注記 摘要 bikouran
invoice_total: 請求金額 請求額 ご請求額 seikyuu_kingaku seikyuu_gaku
net_amount: 税抜金額 税抜額 zeinuki_kingaku zeinuki_gaku
gross_amount: 税込金額 税込額 zeikomi_kingaku zeikomi_gaku
tax_amount: 消費税 消費税額 shouhizei shouhizei_gaku zeigaku
bank_name: 振込先銀行 振込先銀行名 取引銀行 金融機関名 ginkou_mei ginkou
account_type: 預金種目 kouza_shubetsu yokin_shubetsu
account_holder: 口座名義人 kouza_meigi
paid_flag: 入金済フラグ 支払済フラグ
paid_date: 入金日 支払日 決済日 nyuukin_bi shiharai_bi
ean: JANコード janコード
product_category: 商品分類 商品カテゴリ 商品区分 shouhin_bunrui
purchase_price: 仕入単価 仕入値 shiire_tanka
selling_price: 販売単価 売単価 定価 hanbai_tanka hanbai_kakaku baika
stock_quantity: 在庫数量 zaiko_suu zaiko_suuryou
sale_end_date: 販売終了日
sale_start_date: 販売開始日
discontinued: 廃盤 廃盤フラグ 廃番フラグ 販売終了
updated_at: 最終更新日時 更新日時 変更日時 koushin_nichiji henkou_nichiji
created_at: 作成日時 登録日時 touroku_nichiji sakusei_nichiji
deleted_at: 削除日時 sakujo_nichiji
is_deleted: 削除フラグ sakujo_flag
created_by: 登録者名 登録担当者 作成者
master: マスタ マスター masuta
customer: 得意先 tokuisaki お客 kyaku
order: 注文 chuumon
delivery_completed: 配達完了
delivered_at: 配達完了日 配達完了日時 お届け日 配達日 haitatsu_bi todoke_bi
shipped_at: 出荷日 発送日 shukka_bi hassou_bi
shipped: 出荷 shukka
received: 入荷 入庫 nyuuka
cancelled_at: キャンセル日 取消日 キャンセル日時
cancellation_reason: キャンセル理由 取消理由
desired_delivery_date: 希望納期 納品希望日
delivery_date: 納品日 nouhin_bi
due_date: 支払期限日 nouki shiharai_kigen
birth_date: 生年月日 seinen_gappi seinengappi
age: 年令
gender: 男女
hire_date: 入社年月日 雇用開始日 採用日 nyuusha_bi nyuusha_nengappi saiyou_bi
termination_date: 退職年月日 離職日 taisha_bi taishoku_bi
termination_reason: 退職理由 退社理由 離職理由 taisha_riyuu taishoku_riyuu
employed: 在職中 在職 在籍 在籍中 zaishoku_chuu zaishoku zaiseki
active: 在職フラグ 在籍フラグ
base_salary: 基本給 kihon_kyuu
monthly_salary: 月給 gekkyuu
annual_salary: 年収 nenshuu
pay_slip: 給与明細
pay_date: 支給日 給与支給日 shikyuu_bi
overtime_pay: 残業手当 時間外手当 zangyou_teate
transport_allowance: 通勤手当 交通費 tsuukin_teate koutsuuhi
housing_allowance: 住宅手当 juutaku_teate
family_allowance: 家族手当 kazoku_teate
allowance: teate
gross_pay: 総支給額 支給合計 支給総額 sou_shikyuu_gaku shikyuu_goukei
income_tax: 所得税 源泉徴収税 shotoku_zei
resident_tax: 住民税 juumin_zei
social_security: 社会保険 社会保険料 shakai_hoken shakai_hoken_ryou
health_insurance: 健康保険 健康保険料 kenkou_hoken
pension: 厚生年金 厚生年金保険 kousei_nenkin
other_deductions: 雇用保険 雇用保険料 koyou_hoken
total_deductions: 控除合計 控除計 控除額合計 koujo_goukei
net_pay: 差引支給額 手取額 手取り額 sashihiki_shikyuu_gaku tedori
overtime_hours: 残業時間 時間外労働 zangyou_jikan
work_hours: 実働時間 jitsudou_jikan kinmu_jikan
clock_in: shukkin_jikoku
clock_out: taikin_jikoku
vehicle_number: 車両番号 車両ナンバー sharyou_bangou
pickup_date: 貸渡日 利用開始日 kashidashi_bi riyou_kaishi_bi
borrowed_at: 貸出日時
planned_return_date: 返却予定日 henkyaku_yotei_bi
return_date: 返却日 henkyaku_bi
rental_days: 利用日数 貸出日数 riyou_nissuu
days: 日数 nissuu
fee: 料金 利用料金 利用料 手数料 ryoukin riyou_ryoukin
planned: 予定 yotei
desired: 希望 kibou
last: 最終 saishuu
next: 次回 jikai
first: 初回 shokai
previous: 前回 zenkai
next_visit_date: 次回来院日 次回予約日
total: 総額 総計 合計額
amount: 額 gaku
fee_amount: 手数料額
name: 氏 mei 名
person_name: お名前
reason: riyuu
number: bangou no
code: コード
type: 種類 shurui
status: joukyou
count: 数 件数 回数 kaisuu kensuu
person_count: 人数 ninzuu
time: jikan
datetime: 日時 nichiji
period: 期間 kikan
method: 方法 houhou
payment_method: shiharai_houhou 支払い方法 決済手段
contract_number: 契約番号 keiyaku_bangou
contract_date: 契約日 keiyaku_bi
contract_start: 契約開始日 keiyaku_kaishi_bi
contract_end: 契約終了日 契約満了日 keiyaku_shuuryou_bi
policy_number: 証券番号 保険証券番号 shouken_bangou
policyholder: 契約者 契約者名 保険契約者 keiyakusha
insured: 被保険者 hihokensha
beneficiary: 保険金受取人
premium: 保険料 hoken_ryou
insurance: 保険 hoken
sum_insured: 保険金額 hoken_kingaku
insurance_type: 保険種類 hoken_shurui
incident_date: 事故日 発生日 事故発生日 jiko_bi hassei_bi
incident_location: 事故場所 発生場所
reported_date: 届出日 報告日 受付日 uketsuke_bi
claim_amount: 請求保険金 損害額
paid_amount: 支払額 支払金額 入金額 shiharai_gaku
patient_number: 患者番号 診察券番号 kanja_bangou
department_medical: 診療科目
admission_date: 入院日 nyuuin_bi
discharge_date: 退院日 taiin_bi
ward: 病棟 byoutou
visit_reason: 来院理由 主訴
height_cm: 身長cm shinchou
weight_kg: 体重kg taijuu
body_temperature: taion
doctor_name: 医師名 担当医 担当医師 担当医名
hospital: 病院 病院名
family_name: 世帯主
emergency_contact: kinkyuu_renrakusaki 緊急連絡先名
contact: 連絡先 renrakusaki
student_name: 生徒名 学生名 児童名
class_name: 学級
homeroom_teacher: 担任 担任名 tannin
enrollment_date: 入学日 nyuugaku_bi
graduation_date: 卒業日 卒業年月日 sotsugyou_bi
guardian_phone: 保護者電話番号
exam_date: 試験日
average_score: 平均点
pass: 合格
event_name: イベント名 催事名
organizer: 主催者 主催
venue: 会場 会場名 kaijou
capacity: 定員 teiin
participants: 参加者数 参加人数 sanka_ninzuu
participation_fee: 参加費
application_date: 申込日 応募日 moushikomi_bi
application_deadline: 申込締切 応募締切
applicant: 申込者 申請者 応募者 申込者名 moushikomisha
application: 申込 申請 応募
approver: 承認者名 shouninsha
approved_date: 承認日 shounin_bi
rejection_reason: 却下理由 否認理由
request_date: 申請日 shinsei_bi
property_name: 建物名称
built_year: 築年
built_date: 築年月日 竣工日
tenant: 入居者 借主 賃借人 nyuukyosha
landlord: 貸主 大家 賃貸人
move_in_date: 入居日 nyuukyo_bi
move_out_date: 退去日 taikyo_bi
monthly_rent: 月額賃料 月額家賃 賃料 chinryou
deposit: 保証金 hoshoukin shikikin
area_m2: 専有面積 床面積
phone: 電話 denwa
mobile_number: keitai_bangou
address: juusho
postal_code: yuubin_bangou
city: shi_ku_chou_son
street_address: 町名番地
building_name: マンション名 建物部屋番号
kana: よみがな 読み仮名 ヨミ yomigana
name_kana: 顧客名カナ
full_name: お届け先氏名
item_name: 項目名
unpaid: 未入金 未払 未収
awaiting_payment: 入金待ち 支払い待ち 支払待ち
awaiting_shipment: 出荷待ち 発送待ち 発送準備中 出荷準備中
under_review: 審査中 査定中 確認待ち
in_transit: 配送中 輸送中 運送中 発送中
on_loan: 貸出中
in_use: 利用中 使用中 入居中
vacant: 空室 空き
expired: 期限切れ 失効
retired: 廃車 除却
suspended: 休止 停止 停止中 休会中
on_leave: 休職 休職中
resigned: 退職 退職済み
terminated: 解約 解約済み
rejected: 不承認 差戻し 差し戻し
absent: 欠席
attended: 出席 来院済み 受診済み
settled: 支払完了 支払済
scheduled: 予定あり 予約済 予約済み
requested: 申請中 申込中 申請済み 受付
received: 受付済 受領済み
picked_up: 受取済み 引取済み
returned: 返却済み 返却済 返品済み 返送
in_progress: 作業中 修理中 手配中
resolved: 解決 解決済み 対応済み
sold_out: 完売 売切れ
lost: 紛失
"""
"""English targets, each with its Japanese words; see :func:`dictionary.parse_words`."""
