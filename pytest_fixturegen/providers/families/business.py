"""Figures of marketing, the web, sales and subscriptions. See :mod:`steps` for a row."""

from __future__ import annotations

FAMILIES = """
ads: campaign ad adset adgroup creative keyword banner placement daily_metric advertisement
impressions imps ad_impressions | count 900 24000 6000000
? reach unique_reach people_reached unique_impressions | part impressions .42 .7 .96
? frequency avg_frequency | ratio impressions reach 1 2
clicks link_clicks ad_clicks | part impressions .003 .019 .08
ctr click_through_rate | rate clicks impressions
_cpc | real .12 .84 5 .0001
? spend cost amount_spent ad_spend total_spend spent money_spent | times$ clicks _cpc
cpc cost_per_click avg_cpc average_cpc | ratio spend clicks 1 2
cpm cost_per_mille cost_per_thousand | ratio spend impressions 1000 2
? conversions leads purchases signups acquisitions installs | part clicks .01 .05 .2
? conversion_rate cvr conv_rate | rate conversions clicks
cpa cost_per_acquisition cost_per_conversion cost_per_lead cpl | ratio spend conversions 1 2
_roas | real .4 2.6 7 .01
? revenue conversion_value sales_value attributed_revenue | times$ spend _roas
roas return_on_ad_spend | ratio revenue spend 1 2
? total_budget budget lifetime_budget | over spend .35 .8 1
? daily_budget budget_daily | part total_budget .02 .05 .2
? video_views views video_plays | part impressions .1 .3 .6
? video_completions completions completed_views video_completes | part video_views .2 .45 .8
? engagements interactions | part impressions .01 .05 .14
? engagement_rate | rate engagements impressions

email: email newsletter mailing broadcast sms push
? recipients audience_size list_size | count 40 2400 400000
? sent emails_sent messages_sent sent_total | part recipients .96 .99 1
? delivered emails_delivered deliveries | part sent .92 .98 1
? bounced bounces bounce hard_bounces | rest sent delivered
? opened opens unique_opens emails_opened open | part delivered .12 .31 .6
? clicked clicks unique_clicks emails_clicked | part opened .04 .14 .4
? unsubscribed unsubscribes unsubscribe opt_outs | part delivered .0005 .004 .02
? complained complaints spam_complaints spam_reports | part delivered .0001 .0005 .002
? converted conversions | part clicked .02 .1 .3
delivery_rate | rate delivered sent
open_rate | rate opened delivered
click_rate | rate clicked delivered
click_to_open_rate ctor | rate clicked opened
? bounce_rate | rate bounced sent
unsubscribe_rate | rate unsubscribed delivered
? conversion_rate | rate converted clicked

web: page site website daily_stats traffic analytics session
? views pageviews page_views hits | count 60 4200 900000
? sessions visits | part views .3 .46 .8
? unique_visitors visitors users unique_users total_users active_users | part sessions .6 .8 .97
? new_users new_visitors first_time_visitors | part unique_visitors .3 .6 .85
? returning_users returning_visitors repeat_visitors | rest unique_visitors new_users
? bounces single_page_sessions | part sessions .22 .44 .72
bounce_rate | rate bounces sessions
? exits | part views .15 .35 .6
? exit_rate | rate exits views
pages_per_session pages_per_visit views_per_session | ratio views sessions 1 2
? conversions goal_completions signups transactions orders | part sessions .004 .026 .12
? conversion_rate | rate conversions sessions
? revenue sales | times$ conversions _value
_value | real 12 54 180 .01
? average_order_value avg_order_value aov revenue_per_order | ratio revenue conversions 1 2
? revenue_per_session revenue_per_visit | ratio revenue sessions 1 2

experiment: variant arm experiment test_group abtest treatment
? total_users users participants visitors exposures impressions sample_size n subjects assigned
  | count 400 8200 240000
? conversions converted successes events goals_reached | part total_users .01 .08 .3
conversion_rate rate cvr success_rate | rate conversions total_users
? revenue total_revenue | times$ conversions _value
_value | real 12 54 180 .01
? revenue_per_user arpu revenue_per_visitor | ratio revenue total_users 1 2

posts: post video tweet article reel story photo status clip track
? views view_count views_count impressions plays play_count | count 24 1900 6000000
? likes like_count likes_count favorites favorite_count favourites hearts reactions
  reaction_count upvotes claps | part views .006 .04 .2
? dislikes downvotes dislike_count | part likes .002 .03 .2
? comments comment_count comments_count replies reply_count | part likes .01 .09 .4
? shares share_count shares_count retweets retweet_count reposts repost_count | part likes .01
  .07 .4
? quotes quote_count | part shares .02 .14 .5
? saves save_count bookmarks bookmark_count | part likes .01 .06 .3
_all | sum likes comments shares
? engagement_rate | rate _all views
? reach unique_viewers | part views .5 .76 .97

reactions: channel creator profile influencer
? followers follower_count followers_count subscribers subscriber_count | count 6 420 900000
? new_followers followers_gained | part followers .001 .01 .06
? unfollowers followers_lost | part new_followers .1 .3 .8
? avg_likes average_likes | part followers .004 .03 .1

saas: mrr subscription saas metric
mrr monthly_recurring_revenue | money 24 640 42000 .01
arr annual_recurring_revenue | times$ mrr 12
? new_mrr new_business_mrr | part mrr .01 .06 .3
? expansion_mrr exp_mrr upgrade_mrr | part mrr .005 .03 .16
? churned_mrr churn_mrr lost_mrr | part mrr .002 .018 .08
? contraction_mrr downgrade_mrr | part mrr .001 .008 .04
net_new_mrr | present new_mrr expansion_mrr -churned_mrr -contraction_mrr
? seats users licenses paying_customers customers accounts active_subscriptions | count 1 8 240
arpu arpa average_revenue_per_user avg_revenue_per_user | ratio$ mrr seats
_months | real 8 26 60 .1
? ltv clv customer_lifetime_value lifetime_value | times$ arpu _months
_ltv_cac | real 1.1 3.2 9 .01
cac customer_acquisition_cost | ratio$ ltv _ltv_cac
ltv_cac ltv_to_cac ltv_cac_ratio | ratio ltv cac 1 2
? gross_retention grr gross_revenue_retention | real 78 93 99.6 .1
? _expansion | real 0 8 34 .1
? net_retention nrr net_revenue_retention | sum gross_retention _expansion
? churn logo_churn customer_churn | real .2 2.4 9 .1
? gross_margin gm | real 52 76 91 .1

active: usage activity engagement
mau monthly_active_users | count 24 4200 900000
wau weekly_active_users | part mau .34 .52 .78
dau daily_active_users | part wau .24 .42 .74
dau_mau stickiness dau_mau_ratio | rate dau mau
dau_wau | rate dau wau

opportunity: opportunity deal pipeline
? amount deal_value value opportunity_amount | money 1800 24000 480000 /50
? expected_revenue weighted_amount expected_value weighted_value | times$ amount _probability
_probability | ratio probability _hundred 1 4
_hundred | count 100 100 100
? probability win_probability close_probability | real 5 45 90 /5

fee_net: donation payment payout charge transfer transaction settlement order sale withdrawal
? gross_amount gross amount total | money 4 64 4800 .01
? fee fees processing_fee transaction_fee platform_fee commission service_fee fee_amount | part
  gross_amount .014 .029 .08
? net_amount net net_total payout payout_amount net_payout seller_amount amount_received | rest
  gross_amount fee

budget: budget project department grant cost_center
? allocated allocated_amount total_budget budget budget_amount planned planned_amount
  approved_budget planned_cost estimated_cost | money 800 24000 900000 ~2
? spent spent_amount used amount_spent expended expenses actual actual_amount actual_cost | part
  allocated .2 .68 .99
? committed encumbered | part _left .05 .3 .8
_left | rest allocated spent
? remaining remaining_amount remaining_budget available balance variance left | present +_left
  -committed
? utilization percent_used spent_percentage burn_rate | rate spent allocated

campaign_goal: fundraiser fundraising crowdfunding donation charity pledge
? goal goal_amount target_amount funding_goal target fundraising_goal | money 500 10000 250000 ~1
? raised amount_raised raised_amount current_amount pledged total_raised collected | part goal
  .04 .56 .99
? remaining amount_remaining | rest goal raised
? percent_funded funded_percentage progress progress_percentage | rate raised goal
? backers donors donor_count supporters contributors | over raised 18 45 120
? average_donation avg_donation average_pledge | ratio raised backers 1 2

profit: income_statement financial statement quarter fiscal company pnl
? revenue total_revenue sales net_sales turnover income total_income | money 4000 240000
  90000000 ~4
? cost_of_goods_sold cogs cost_of_sales cost_of_revenue | part revenue .24 .46 .7
gross_profit | rest revenue cost_of_goods_sold
? operating_expenses opex expenses total_expenses operating_costs costs total_costs | part
  gross_profit .3 .66 .9
operating_income operating_profit ebit | rest gross_profit operating_expenses
? interest_expense | part operating_income .01 .06 .2
? taxes income_tax tax_expense | part operating_income .12 .2 .26
net_income net_profit profit_after_tax net_earnings | rest operating_income interest_expense taxes
ebitda | plus operating_income 100 4000 90000 1
gross_margin gross_margin_pct | rate gross_profit revenue
net_margin profit_margin net_margin_pct | rate net_income revenue
operating_margin | rate operating_income revenue

income_expense: household summary month monthly finance dashboard
? income total_income revenue total_revenue earnings | money 1800 4200 90000 .01
? expenses total_expenses expense costs total_costs spending | part income .42 .76 .97
? profit net_profit savings net net_income surplus balance | rest income expenses
? savings_rate margin profit_margin | rate profit income

balance_sheet: balance_sheet
? total_assets assets | money 24000 900000 900000000 ~4
? current_assets | part total_assets .2 .42 .7
? fixed_assets non_current_assets | rest total_assets current_assets
? total_liabilities liabilities | part total_assets .2 .52 .84
? equity total_equity shareholders_equity net_worth net_assets | rest total_assets
  total_liabilities
? current_liabilities | part total_liabilities .2 .48 .8
? debt total_debt | part total_liabilities .1 .4 .8

sales: product store shop region salesperson listing
? units_sold quantity_sold sold_count sales_count orders order_count | count 1 84 9000
? average_price avg_price average_sale_price | real 4 32 240 .01
? revenue total_revenue sales_amount total_sales gross_sales | times$ units_sold average_price
? returns units_returned returned | part units_sold .005 .04 .2
? return_rate | rate returns units_sold
? cost total_cost | part revenue .38 .58 .8
? profit gross_profit | rest revenue cost
? margin profit_margin | rate profit revenue

customer_value: customer member client buyer shopper
? total_spent lifetime_value total_spend total_revenue amount_spent lifetime_spend ltv | times$
  orders _basket
_basket | real 12 58 320 .01
? orders total_orders order_count orders_count number_of_orders purchases purchase_count | count
  1 5 140
? average_order_value avg_order_value aov average_spend | ratio$ total_spent orders

significance: experiment variant test result metric abtest
? p_value pvalue p_val | real .0001 .09 .97 .0001
? is_significant significant statistically_significant is_statistically_significant | below
  p_value .05

stock: inventory stock warehouse product item sku
? on_hand quantity_on_hand stock_quantity total_quantity qty_on_hand quantity_in_stock | count 0
  84 4800
? reserved quantity_reserved allocated reserved_quantity qty_reserved committed | part on_hand
  .01 .12 .6
? available quantity_available available_quantity qty_available free_stock available_stock |
  rest on_hand reserved
? reorder_level reorder_point min_stock minimum_stock safety_stock | part on_hand .08 .2 1.2
? max_stock maximum_stock max_quantity | over on_hand .2 .6 .96
? is_low_stock low_stock needs_reorder needs_restock is_low reorder_needed is_below_reorder_point
  below_reorder_point is_below_reorder_level below_reorder_level is_below_minimum below_minimum
  is_below_min_stock below_min_stock is_below_safety_stock is_understocked | below available
  reorder_level
? in_stock is_in_stock is_available | above available 0
? damaged damaged_quantity defective | part on_hand .001 .008 .04
? unit_cost cost_per_unit average_cost | money .4 12 240 .01
? stock_value inventory_value value_on_hand total_value | times$ on_hand unit_cost

purchase: purchase_order_line receipt order_line po_line shipment_line
? quantity_ordered ordered_quantity qty_ordered ordered | count 1 24 900
? quantity_received received_quantity qty_received received | part quantity_ordered .5 .97 1
? quantity_rejected rejected_quantity qty_rejected rejected | part quantity_received .001 .01 .1
? quantity_accepted accepted_quantity accepted | rest quantity_received quantity_rejected
? quantity_outstanding outstanding_quantity backordered | rest quantity_ordered quantity_received

trading 3: candle ohlc bar quote stock ticker price_bar kline
? low low_price day_low | real 2.1 84 1400 .01
_spread | real .4 2.6 9 .01
_body | part _spread .1 .5 .9
_other | part _spread .1 .5 .9
? high high_price day_high | sum low _spread
? open open_price opening_price | sum low _body
? close close_price closing_price last_price price last current_price | sum low _other
? previous_close prev_close | sum low _half
_half | part _spread .3 .6 .9
? change price_change net_change | sum close -previous_close
? change_percent change_pct percent_change pct_change | ratio change previous_close 100 2
? vwap average_price avg_price | ratio _mid _two 1 2
_mid | sum low high
_two | count 2 2 2
? bid bid_price best_bid | sum low _bid
_bid | part _spread .1 .4 .6
_tick | real .01 .02 .1 .01
? ask ask_price best_ask | sum bid _tick
? spread bid_ask_spread | sum ask -bid
? fifty_two_week_low week_52_low year_low | part low .6 .8 .98
? fifty_two_week_high week_52_high year_high | over high .6 .84 .98
? volume trade_volume | count 400 84000 90000000
? market_cap | times$ close _outstanding
_outstanding | count 400000 42000000 9000000000

position 3: holding portfolio investment asset position
? quantity shares units | count 1 24 900
? average_cost avg_cost purchase_price cost_price buy_price entry_price avg_price | money 4 84
  1400 .01
_move | real .6 1.08 2.4 .01
? current_price market_price last_price price | times$ average_cost _move
? cost_basis total_cost invested invested_amount book_value | times$ quantity average_cost
? market_value current_value value total_value | times$ quantity current_price
? unrealized_gain gain_loss profit_loss pnl unrealized_pnl gain unrealized_gain_loss | sum
  market_value -cost_basis
? return_pct gain_loss_percent return_percentage roi pnl_percent | ratio unrealized_gain
  cost_basis 100 2

crypto 3: coin token cryptocurrency
? price current_price price_usd | real .02 2.4 64000 .0001
? circulating_supply | count 1000000 90000000 90000000000
? total_supply | over circulating_supply .6 .9 1
? max_supply | over total_supply .8 .95 1
? market_cap | times$ price circulating_supply
? fully_diluted_valuation | times$ price total_supply

bids: auction lot bid listing
? starting_bid starting_price start_price opening_bid minimum_bid | money 1 24 4800 1
_raise | part starting_bid .05 .4 .99
? current_bid current_price highest_bid high_bid winning_bid | sum starting_bid _raise
? reserve_price reserve | part current_bid .6 .9 1
? bid_increment increment | part starting_bid .05 .1 .1
? bid_count bids number_of_bids num_bids bids_count | count = 1*3 2*3 3*2 5*2 8*2 13 21 34
? buy_now_price buyout_price | over current_bid .4 .6 .9

funds: account wallet bank
? balance current_balance account_balance ledger_balance total_balance | money 4 1900 90000 .01
? available_balance available available_funds | part balance .7 .98 1
? pending_balance pending pending_amount on_hold hold_amount blocked_amount | rest balance
  available_balance

credit: account card customer credit_card client customer_master
? credit_limit spending_limit credit_line | money 500 5000 60000 /500
? balance current_balance outstanding_balance balance_amount amount_owed used_credit
  statement_balance | part credit_limit .001 .24 .9
? available_credit credit_available remaining_credit | rest credit_limit balance
? minimum_payment min_payment minimum_due | part balance .02 .03 .06
? credit_utilization utilization utilization_rate | rate balance credit_limit

loan: loan mortgage credit financing
? principal loan_amount principal_amount original_amount amount | money 2000 24000 420000 /500
? property_value appraised_value home_value | over principal .4 .72 .9
? down_payment | rest property_value principal
? ltv loan_to_value ltv_ratio | rate principal property_value
? total_interest interest interest_amount interest_paid | part principal .04 .18 .6
? total_repayment total_amount total_payable amount_payable | sum principal total_interest
_owed | present +principal total_interest
? amount_paid paid_amount total_paid repaid paid paid_to_date | part _owed .05 .42 .96
? term_months loan_term_months duration_months term tenure_months number_of_installments
  loan_term term_in_months months number_of_payments total_payments total_installments
  installments_total installment_count | count =
  12*3 18 24*4 36*5 48*3 60*3 84
? interest_rate annual_interest_rate annual_rate nominal_rate apr loan_rate | real 2.2 6.4 18 .01
? monthly_payment installment emi monthly_installment installment_amount monthly_instalment |
  annuity$ principal interest_rate term_months
_on | count 1 1 1
? payments_made installments_paid months_paid payments_completed installments_made payments_paid |
  done term_months _on = .05 .1 .2 .3 .4 .5 .6 .7 .8 .9
? payments_remaining remaining_payments installments_remaining installments_left months_remaining
  remaining_term remaining_months remaining_installments payments_left | rest term_months
  payments_made
? principal_paid principal_repaid principal_paid_to_date repaid_principal | repaid$ principal
  interest_rate term_months payments_made
_settled | present amount_paid principal_paid
? outstanding_balance remaining_balance current_balance balance outstanding remaining_amount
  amount_due outstanding_amount outstanding_principal remaining_principal principal_outstanding
  principal_balance loan_balance principal_remaining | rest _owed _settled

installment: installment instalment repayment payment_schedule amortization
? payment total_payment payment_amount installment_amount amount_due amount total total_amount
  instalment_amount | money 80 420 3200 .01
? principal principal_portion principal_paid principal_component | part payment .3 .72 .96
? interest interest_portion interest_paid interest_component | rest payment principal

payout: payout settlement disbursement remittance merchant_statement
? gross gross_amount gross_sales gross_volume gross_revenue | money 40 1900 90000 .01
? refunds refund_amount refunded_amount total_refunds | part gross .01 .02 .09
_kept | rest gross refunds
? platform_fee fee fees commission processing_fee service_fee total_fees | part _kept .01 .04 .15
net net_amount net_payout payout_amount | rest _kept platform_fee

output: machine production shift_report batch work_order line
? units_produced produced produced_quantity parts_made total_output output quantity_produced |
  count 40 820 24000
? units_rejected rejects scrap scrapped defects defective units_scrapped scrap_quantity
  quantity_rejected rejected | part units_produced .001 .014 .08
? units_good good_units good_parts good_count units_passed | rest units_produced units_rejected
? scrap_rate reject_rate defect_rate rejection_rate | rate units_rejected units_produced
? yield_rate first_pass_yield yield_percent | rate units_good units_produced
? planned_units target_quantity planned_quantity units_planned target_units | over units_produced
  .7 .92 1.04

rent: apartment lease rental tenancy unit
? rent monthly_rent rent_amount rent_monthly | money 450 1350 4200 /5
_deposit_months | real 1 2 3 1
? deposit security_deposit deposit_amount | times$ rent _deposit_months

catalog: product item article sku goods offer
? list_price regular_price msrp rrp full_price original_price price | money 2 34 480 .01
? sale_price discounted_price promo_price offer_price special_price | part list_price .61 .8 .94
? cost_price cost unit_cost wholesale_price buying_price | part list_price .41 .55 .74
? _margin | rest list_price cost_price
? margin_pct margin margin_percent gross_margin | rate _margin list_price
? _saved | rest list_price sale_price
? discount_pct discount_percent | rate _saved list_price

quota: sales rep salesperson seller target
? quota quota_amount sales_target target_amount sales_quota | money 24000 180000 2400000 /1000
? sales_amount sales actual_sales achieved achieved_amount bookings | part quota .4 .84 1
? quota_percent quota_pct attainment attainment_pct quota_attainment achievement_pct | rate
  sales_amount quota
? commission_rate commission_pct commission_percent | real .02 .06 .14 .001
? commission_amount commission | times$ sales_amount commission_rate

duty: customs declaration import entry goods
? declared_value customs_value dutiable_value invoice_value goods_value | money 80 4200 240000 .01
? duty_rate duty_rate_pct duty_percent tariff_rate | real 0 4.5 24 .1
_percent | real .01 .01 .01
? duty duty_amount customs_duty import_duty duties | times$ declared_value duty_rate _percent
? _value_duty | sum declared_value duty
? vat vat_amount import_vat tax tax_amount | part _value_duty .07 .19 .25
? total_payable total_due total_duties amount_payable total_charges total | sum duty vat

weights 2: shipment declaration parcel cargo consignment container packing
? gross_weight gross_weight_kg gross_mass | real 12 480 24000 .1
? net_weight net_weight_kg net_mass | part gross_weight .82 .93 .98
? tare tare_weight tare_weight_kg | rest gross_weight net_weight

tolerance 3: check inspection measurement quality qc characteristic dimension
? nominal nominal_value target_value setpoint specification | real 4 24 240 .01
_tolerance | part nominal .005 .02 .06
? lower_tolerance lower_limit lsl lower_spec_limit min_value lower_spec tolerance_min | sum nominal
  -_tolerance
? upper_tolerance upper_limit usl upper_spec_limit max_value upper_spec tolerance_max | sum nominal
  _tolerance
_width | times _tolerance 2
_place | real -.16 .5 1.16 .01
_offset | times _width _place
? measured measured_value actual actual_value measurement value result | sum lower_tolerance _offset
? deviation | sum measured -nominal
? passed in_tolerance within_tolerance is_ok conforms within_spec ok pass | within measured
  lower_tolerance upper_tolerance

dialysis: session treatment dialysis
? pre_weight weight_before | real 48 74 118 .1
? fluid_removed ultrafiltration_volume uf_volume | real .6 2.2 4 .1
? post_weight weight_after | sum pre_weight -fluid_removed

progress_billing 3: site project construction contract building
? contract_value contract_sum contract_amount original_contract | money 40000 1200000 48000000 /500
? billed_to_date amount_billed billed_amount invoiced_to_date work_completed | part contract_value
  .05 .5 1
? retention_pct retention_percent retainage_pct retention_rate | real = 5*6 7.5 10*4
_percent | real .01 .01 .01
? retention_amount retainage retention_held retainage_amount | times$ billed_to_date retention_pct
  _percent

limits 2: reward perk tier coupon voucher promotion offer quota
? limit max_claims quantity_limit max_redemptions usage_limit max_uses | count = 10*2 20*3 25*3 50*5
  100*5 200*2 250 500*2 1000
? claimed claimed_count times_used redeemed redemption_count used_count uses | part limit .02 .5 1
? remaining remaining_count left uses_left | rest limit claimed

depreciation: asset machine equipment vehicle
? purchase_price acquisition_cost purchase_cost original_cost | money 1200 24000 480000 /50
? accumulated_depreciation total_depreciation | part purchase_price .04 .44 .96
? book_value net_book_value residual_value carrying_amount | rest purchase_price
  accumulated_depreciation

policy: policy insurance coverage
? sum_assured sum_insured coverage_amount liability insured_value face_amount coverage_limit | money
  10000 90000 900000 /1000
? annual_premium yearly_premium gross_premium premium | part sum_assured .002 .008 .02
? monthly_premium | ratio$ annual_premium _twelve
_twelve | count 12 12 12
? subsidy premium_subsidy | part annual_premium .2 .5 .65
? net_premium farmer_premium producer_premium member_premium | rest annual_premium subsidy
? deductible excess | part sum_assured .002 .01 .04
? indemnity claim_payout payout | part sum_assured .02 .2 .9

estimate: auction lot
? low_estimate estimate_low | money 40 2400 240000 ~1
_span | part low_estimate .3 .5 .8
? high_estimate estimate_high | sum low_estimate _span
? reserve_price reserve | part low_estimate .6 .8 1
? starting_bid starting_price opening_bid start_price | part reserve_price .3 .6 .9
_raise | part low_estimate .05 .3 1.1
? current_bid highest_bid | sum reserve_price _raise
? bid_increment increment | part starting_bid .05 .1 .1
? hammer_price winning_bid sold_price final_price | sum reserve_price _raise
? buyers_premium buyer_premium premium | part hammer_price .15 .2 .25

prizes: tournament competition contest race
? prize_fund prize_pool total_prize purse | money 500 12000 900000 ~1
? first_prize winner_prize | part prize_fund .2 .35 .5
? second_prize | part first_prize .4 .55 .7

ratings: player chess esports
? peak_rating highest_rating best_rating max_rating | count 1100 1900 2780
? elo_rating rating elo current_rating standard_rating | part peak_rating .92 .97 1
? rapid_rating | part peak_rating .9 .96 1
? blitz_rating | part peak_rating .88 .95 1
"""
"""Families of business, separated by empty lines."""
