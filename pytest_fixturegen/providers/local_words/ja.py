"""Values in Japanese, by the name of the field."""

from __future__ import annotations

WORDS = """
room room_number: 12|104*2|107|112*2|118|201|207*2|215|224|301*2|308|316|402|411
weekday day_of_week: 月曜日|火曜日|水曜日|木曜日|金曜日|土曜日|日曜日
month_name: 1月|2月|3月|4月|5月|6月|7月|8月|9月|10月|11月|12月
unit unit_of_measure uom quantity_unit: 個*8|本*2|枚*2|箱|kg|g|L|m|セット
payment_method payment_type payment_mode: クレジットカード*5|銀行振込*3|代金引換*2
  |コンビニ払い*3|口座振替
payment_terms: 月末締め翌月末払い*5|翌月10日払い|前払い*2|30日以内
delivery_method shipping_method: 宅配便*5|メール便*2|店舗受取*2|営業所止め
genre: 推理小説*3|小説*3|ファンタジー|伝記|児童書|詩|SF|実用書
role user_role: 管理者|一般ユーザー*5|編集者|閲覧者*2|ゲスト
priority: 低*2|中*5|高*2|緊急
severity urgency importance: 低*3|中*4|高*2|重大
condition: 新品*3|未使用に近い*2|目立った傷なし*3|傷あり
employment_type contract_type job_type: 正社員*5|契約社員*2|パート*2|アルバイト|派遣社員
education education_level degree: 高校卒*3|専門学校卒*2|大学卒*5|大学院卒*2
relationship: 配偶者*3|父|母|兄|姉|子|友人
cancel_reason cancellation_reason: お客様都合*4|納期の遅れ*2|注文の重複|入力間違い*2
return_reason refund_reason: サイズ違い*4|破損*2|イメージ違い*3|誤配送
termination_reason: 自己都合*5|定年|契約満了*2|会社都合
reason cause: お客様都合|入力間違い|重複|日程変更|不要になったため
job_title job occupation profession job_position: 会社員*3|営業*2|エンジニア*2|経理
  |看護師|教師|公務員|デザイナー|医師|弁護士|料理人|運転手|店長|販売員*2|主任|課長|部長
ward: 内科*3|外科*2|小児科|整形外科*2|循環器内科|救急科
diagnosis: 高血圧症*3|2型糖尿病*2|気管支喘息*2|肺炎|片頭痛|腰痛症*2
medication drug medicine prescription: ロキソプロフェン*3|アムロジピン*2|メトホルミン
  |アモキシシリン|カロナール*2
allergies allergy allergen: なし*5|花粉*3|卵|そば|ペニシリン|猫
dosage dose: 1日1回朝食後*3|1日2回朝夕食後*3|1日3回毎食後*3|頓服
specialty medical_specialty: 内科*3|外科|小児科|整形外科|皮膚科|眼科
vehicle_type: 普通乗用車*5|軽自動車*4|トラック|バイク
fuel_type fuel: ガソリン*5|軽油*2|電気|ハイブリッド*3
bank bank_name: みほん銀行|例示銀行|テスト信用金庫
insurance insurance_type: 自動車保険*3|生命保険*3|火災保険*2|医療保険*2
property_type dwelling_type housing_type: マンション*4|アパート*3|一戸建て*3
room_type: シングル*3|ツイン*3|ダブル*2|和室*2
subject school_subject: 数学|国語|英語|理科|社会|音楽|体育|美術
hobby interest: 読書|料理|旅行|映画鑑賞|登山|写真|釣り|音楽
nationality citizenship: 日本*9|中国|韓国|アメリカ
language_name: 日本語*6|英語*2|中国語
event_type: 会議*3|研修*2|展示会|懇親会
customer_type: 個人*3|法人*2
document_type: 請求書*3|契約書*2|領収書*2|証明書|報告書
account_type: 普通預金*5|当座預金|定期預金*2
transaction_type: 購入*4|出金|入金*2|振込*3
plan tier subscription_plan: ライト*3|スタンダード*3|プレミアム*2
building_name: 中央ビル|第一ビル|グリーンハイツ|コーポ青葉|パークマンション|サンハイム
venue: 市民会館|文化会館|国際会議場|コミュニティセンター
delivery_status: 準備中|発送済み*3|配達済み*5
branch branch_name: 本店*2|駅前支店|中央支店|東口支店|港支店
nearest_station: 中央駅|緑ヶ丘駅|本町駅|若葉台駅|青葉駅|大通駅
layout: 1K*3|1DK*2|1LDK*3|2DK|2LDK*2|3LDK
faculty: 文学部|法学部|経済学部*2|工学部*2|理学部|医学部
major: 情報工学*2|経営学*2|日本文学|機械工学|心理学
school: 青葉小学校|若葉中学校|中央高等学校|港大学
class_name: 1組|2組|3組|4組
hospital hospital_name clinic: 中央総合病院|みどりクリニック|青葉医院
medical_department: 内科*3|外科*2|小児科
special_requests: 禁煙室を希望*3|到着が遅れます|静かな部屋を希望|なし*2
property_name: グリーンハイツ|パークマンション|コーポ青葉|サンハイム本町|若葉レジデンス
recipe_name: 肉じゃが|親子丼|味噌汁|野菜炒め|ハンバーグ
carrier shipping_company: みほん運輸*3|例示急便*3|ゆうパック便*2|北日本通運
reason_for_visit visit_reason appointment_reason: 定期検診*3|腰痛*2|発熱と咳*2|予防接種
  |経過観察*2|頭痛
rejection_reason denial_reason: 書類不備*3|期限超過*2|対象外|予算不足
blocked_reason lock_reason: 料金未納*3|パスワード誤り|本人希望
withdrawal_reason exit_reason: 転居*3|転校*2|一身上の都合*3
medical_history: 特になし*4|高血圧*2|喘息|糖尿病|虫垂炎手術
symptoms complaint chief_complaint: 咳と発熱*2|頭痛*2|吐き気|めまい
exterior_color interior_color: 黒*4|白*5|グレー*3|シルバー*3|青*2|赤
leave_type absence_type: 有給休暇*5|病気休暇*2|慶弔休暇|育児休業
description_of_loss: 信号待ち中に追突された。*2|水道管が破裂し床が浸水した。
  |強風で屋根瓦が飛んだ。|自転車が盗まれた。
"""
"""Values by names of fields, see :func:`lookup.parse_word_lists`."""
