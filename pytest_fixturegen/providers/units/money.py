"""Money by what it pays for, in whole units of the currency. See :mod:`specs` for a row."""

from __future__ import annotations

MONEY = """
price_per_kwh rate_per_kwh cost_per_kwh tariff_per_kwh | .12 .34 .79 | .01
price_per_m3 rate_per_m3 cost_per_m3 | .9 2.4 6 | .01
price_per_km rate_per_km cost_per_km price_per_mile rate_per_mile cost_per_mile | .3 1.1 3 | .01
price_per_kg cost_per_kg price_per_pound price_per_lb | .8 3.6 24 | .01
price_per_liter price_per_litre price_per_l fuel_price_per_l cost_per_liter | 1.2 1.7 2.3 | .001
price_per_hour fee_per_hour | 8 38 160 | /1
price_per_day rate_per_day cost_per_day day_price | 20 65 240 | /1
price_per_minute rate_per_minute cost_per_minute | .05 .2 .9 | .01
price_per_sqm rent_per_sqm price_per_m2 rent_per_m2 | 4 14 40 | .01
price_per_gb cost_per_gb rate_per_gb | .01 .08 .4 | .001
price_per_person cost_per_person price_per_seat fee_per_person | 12 45 280 | .01
vehicle_value car_value replacement_value resale_value trade_in_value | 1200 14000 90000 | /100
hoa_fee hoa_fees condo_fee maintenance_fee association_fee strata_fee | 40 240 900 | 0
roaming_charge overage_charge | 1 8 140 | .01 0:66
rent monthly_rent rent_amount | 420 1240 4200 | /10
security_deposit deposit_amount rental_deposit | 400 1500 6000 | /50
mortgage loan_amount principal principal_amount mortgage_amount outstanding_principal | 2000
  64000 620000 | /500
monthly_payment installment installment_amount emi monthly_installment | 60 420 3200 | .01
down_payment | 1000 24000 180000 | /500
premium monthly_premium | 18 92 480 | .01
annual_premium yearly_premium premium_amount | 180 940 6400 | .01
coverage_amount coverage_limit sum_insured insured_amount coverage insured_value policy_limit
  liability_limit face_amount | 10000 250000 2000000 | /5000
liability_cap cap liability_amount indemnity_cap | 25000 500000 10000000 | /25000
deductible excess deductible_amount | 100 500 5000 | = 100*2 250*5 500*9 750 1000*8 1500 2000*2
  2500*2 5000
consultation_fee consulting_fee visit_fee appointment_fee exam_fee examination_fee doctor_fee
  legal_fee notary_fee inspection_fee application_fee registration_fee | 15 80 480 | /5
copay copayment co_pay | 0 25 75 | = 0*2 10*3 15*3 20*5 25*6 30*4 40*3 50*2 75
claim_amount claimed_amount estimated_loss loss_amount damage_amount estimated_damage
  repair_cost estimated_repair_cost | 120 2400 90000 | .01
reserve_amount claim_reserve | 500 4000 120000 | /100
contract_value deal_value deal_amount deal_size tcv acv opportunity_amount opportunity_value |
  1800 24000 2400000 | /50
annual_revenue yearly_revenue company_revenue annual_turnover turnover | 90000 4200000
  9000000000 | ~2
revenue total_revenue gross_revenue monthly_revenue sales total_sales sales_amount | 180 14000
  2400000 | .01
valuation market_cap market_capitalization enterprise_value | 900000 84000000 900000000000 | ~3
market_value transfer_fee | 50000 2400000 140000000 | ~2
funding total_funding funding_amount raised_amount amount_raised funding_total | 25000 2400000
  900000000 | ~2
budget total_budget project_budget annual_budget approved_budget | 500 12000 2000000 | ~2
daily_budget | 5 50 2000 | = 5*2 10*4 15 20*4 25*2 30*2 50*6 75 100*5 150 200*2 250 500*2 1000
  2000
box_office gross_earnings worldwide_gross | 40000 24000000 1900000000 | ~4
production_budget | 200000 24000000 260000000 | ~2
donation donation_amount contribution_amount pledge_amount gift_amount | 5 50 5000 | = 5*2 10*6
  15 20*5 25*6 30*2 50*8 75 100*6 150 200*2 250*2 500*2 1000 5000
goal_amount target_amount fundraising_goal funding_goal goal_money | 500 10000 250000 | = 500
  1000*3 2000*2 2500*2 5000*6 10000*7 15000*2 20000*3 25000*3 50000*3 100000*2 250000
salary annual_salary base_salary yearly_salary annual_income income household_income
  compensation base_pay gross_salary net_salary | 24000 58000 240000 | /100
monthly_salary monthly_income monthly_wage salary_monthly | 1800 4600 16000 | /10
weekly_wage weekly_pay | 380 860 2400 | .01
hourly_rate hourly_wage rate_per_hour blended_rate overtime_rate labor_rate labour_rate
  consulting_rate standard_rate_per_hour pay_rate bill_rate billing_rate hourly_pay cost_per_hour |
  14 32 180 | .5
daily_rate day_rate per_diem | 60 380 1400 | /5
nightly_rate price_per_night rate_per_night room_rate night_price base_price_per_night | 48 132
  680 | 0
daily_allowance allowance | 20 120 900 | /5
bonus bonus_amount commission commission_amount incentive | 100 900 18000 | /50 0:34
overtime_pay | 24 180 1200 | .01 0:58
pension pension_contribution retirement_contribution | 60 240 900 | .01
social_security national_insurance | 80 310 1100 | .01
income_tax withholding tax_withheld federal_tax | 120 620 4200 | .01
tuition tuition_fee | 900 9400 58000 | /50
fine fine_amount fines late_fee penalty penalty_amount outstanding_fines overdue_fee fines_owed
  unpaid_fines | .5 3 60 | .5 0:64
refund refund_amount refunded_amount | 4 42 900 | .01 0:76
discount discount_amount savings promo_discount coupon_amount | 1 8 120 | .01 0:62
discount_percent discount_percentage discount_pct | 0 10 50 | = 0*8 5*4 10*6 15*3 20*4 25*2 30 50
shipping shipping_cost shipping_fee delivery_fee freight handling_fee postage shipping_amount
  shipping_price freight_cost | 1.9 6.9 48 | .01 0:22
tip tip_amount gratuity | .5 3 40 | .5 0:38
fee fees service_fee transaction_fee processing_fee platform_fee booking_fee admin_fee
  cleaning_fee fee_amount | .3 4.5 90 | .01
gas_fee gas_price network_fee | .1 2.4 90 | .01
fare base_fare ticket_price ticket_cost | 2 14 620 | .01
surge_multiplier surge surge_factor | 1 1 3 | = 1*12 1.1*2 1.2*3 1.3 1.5*3 1.8 2 2.5
multiplier factor coefficient scaling_factor | .5 1 3 | .05
exchange_rate fx_rate conversion_factor currency_rate | .05 1.08 160 | .0001
balance account_balance current_balance available_balance closing_balance opening_balance
  running_balance wallet_balance ledger_balance | 12 1900 90000 | .01
outstanding_balance balance_due outstanding amount_outstanding bal_amt amount_owed owed arrears
  | 4 140 9000 | .01 0:32
credit_limit cr_lmt spending_limit overdraft_limit credit_line | 500 4000 100000 | = 500*2
  1000*4 2000*4 2500*2 3000*3 5000*7 7500 10000*5 15000*2 20000*2 25000 50000 100000
daily_limit withdrawal_limit transfer_limit transaction_limit | 200 1000 20000 | = 200 300 500*4
  1000*6 2000*3 2500 5000*4 10000*2 20000
minimum_payment min_payment | 15 35 420 | .01
stock_price share_price closing_price open_price bid ask price_per_share nav strike_price | 2.4
  84 1400 | .01
price_per_ton price_per_tonne | 80 240 1900 | 0
price_per_kg cost_per_kg price_kg | .4 3.2 48 | .01
price_per_unit_energy price_per_kwh tariff electricity_price cost_per_kwh | .06 .18 .52 | .0001
price_per_liter price_per_litre fuel_price | 1.1 1.7 2.4 | .001
price_per_gallon | 2.8 3.6 5.4 | .001
price_per_sqft | 80 240 1400 | 0
price_per_sqm price_per_m2 | 900 3200 14000 | 0
house_price property_price property_value assessed_value purchase_price_home home_value
  appraised_value estimated_value asking_price sale_value | 84000 340000 2400000 | /500
hourly_cost cost_hour | .01 .19 9 | .0001
monthly_cost cost_per_month monthly_price monthly_fee price_per_month subscription_price | 4 42
  2400 | .01
annual_cost yearly_cost annual_price annual_fee price_per_year | 20 240 9000 | .01
cost_per_unit unit_cost_small | .2 8 240 | .01
mrr monthly_recurring_revenue | 20 480 42000 | .01
arr annual_recurring_revenue | 240 5800 500000 | .01
ltv clv lifetime_value customer_lifetime_value | 60 1400 90000 | .01
cac customer_acquisition_cost | 12 240 9000 | .01
arpu arppu avg_revenue_per_user | 4 28 400 | .01
aov average_order_value avg_order_value | 18 64 420 | .01
total_spent lifetime_spend amount_spent total_spend spend spent ad_spend | 8 420 42000 | .01
cpc cost_per_click | .12 .84 9 | .01
cpm | 1.2 7.4 42 | .01
cpa cost_per_acquisition cost_per_lead cpl | 3 28 320 | .01
roas | .4 2.6 9 | .01
bid_amount max_bid starting_bid winning_bid current_bid starting_price reserve_price | 1 42 9000
  | .01
prize prize_money prize_amount jackpot reward_amount | 50 1000 1000000 | = 50 100*4 200*2 250*2
  500*5 1000*6 2500*2 5000*3 10000*3 50000 100000 1000000
points_balance loyalty_points reward_points points_earned bonus_points | 0 640 42000 | 0
"""
"""Rows of names and their range."""
