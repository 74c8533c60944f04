"""Pay, ledgers, claims, schools, builds and queues. See :mod:`steps` for a row."""

from __future__ import annotations

FAMILIES = """
pay: salary payslip payroll paystub salary_slip pay_slip wage earnings
? base_salary basic_salary base_pay basic basic_pay regular_pay | money 1400 3200 14000 .01
? overtime_hours ot_hours | real 1 6 24 .5 0:62
_overtime_rate | ratio base_salary _hours 1.5 4
_hours | count 160 160 160
? overtime_pay overtime overtime_amount ot_pay | times$ overtime_hours _overtime_rate
? bonus bonuses bonus_amount | money 50 240 2400 /50 0:66
? commission commissions | money 40 180 1900 .01 0:60
? allowances allowance total_allowances housing_allowance transport_allowance hra | part
  base_salary .04 .12 .3
gross_pay gross_salary gross gross_wages gross_earnings total_earnings | present +base_salary
  overtime_pay bonus commission allowances
? income_tax tax tax_withheld withholding_tax federal_tax paye tds tax_deduction | part
  gross_pay .08 .17 .32
? state_tax | part gross_pay .01 .04 .08
? social_security ss national_insurance social_contributions fica imss inss nssf | part
  gross_pay .04 .07 .11
? medicare | part gross_pay .01 .0145 .02
? health_insurance insurance medical_insurance | part gross_pay .01 .03 .06
? pension pension_contribution retirement retirement_contribution provident_fund pf 401k | part
  gross_pay .02 .05 .09
? union_dues other_deductions loan_deduction | part gross_pay .002 .01 .03
total_deductions deductions total_deduction deductions_total | present income_tax state_tax
  social_security medicare health_insurance pension union_dues
net_pay net_salary net take_home_pay net_wages take_home | rest gross_pay total_deductions
_months | count 1 6 12
? ytd_gross gross_ytd year_to_date_gross ytd_earnings | times$ gross_pay _months
? ytd_net net_ytd year_to_date_net | times$ net_pay _months
? ytd_tax tax_ytd ytd_taxes | times$ income_tax _months

compensation: employee staff contractor compensation worker employee_master
? annual_salary yearly_salary salary annual_pay base_salary | money 24000 58000 210000 /100
? hourly_rate hourly_wage hourly_pay | ratio$ annual_salary _year_hours
_year_hours | count 2080 2080 2080
? day_rate daily_rate daily_wage | ratio$ annual_salary _year_days
_year_days | count 260 260 260
? monthly_salary monthly_pay monthly_wage | ratio$ annual_salary _months
_months | count 12 12 12
? weekly_pay weekly_wage weekly_salary | ratio$ annual_salary _weeks
_weeks | count 52 52 52
? bonus bonus_amount annual_bonus | part annual_salary .01 .08 .3
? total_compensation total_comp total_cash | present +annual_salary bonus

hourly: timesheet time_entry shift work_log timecard
? hours hours_worked total_hours worked_hours regular_hours | real 2 7.5 12 .25
? hourly_rate rate pay_rate bill_rate rate_per_hour | money 14 38 160 /1
? amount total total_pay total_amount pay earnings cost | times$ hours hourly_rate
? billable_hours | part hours .5 .86 1
? overtime_hours ot_hours overtime | part hours = 0*12 .05 .1 .15 .2
? day_rate daily_rate rate_per_day | times$ hourly_rate 8
? weekly_rate rate_per_week week_rate | times$ hourly_rate 40

pay_talks: candidate applicant application offer recruitment
? current_salary present_salary current_ctc previous_salary last_salary | money 26000 56000 190000
  /500
_rise | real 1 1.12 1.4 .01
? expected_salary desired_salary salary_expectation expected_ctc asking_salary
  salary_expectations | times$ current_salary _rise
_offer | real .92 1 1.08 .01
? offer_amount offered_salary salary_offered offer_salary final_salary agreed_salary
  proposed_salary | times$ expected_salary _offer

income: applicant application borrower loan_application mortgage_application
? annual_income yearly_income gross_annual_income | money 18000 58000 240000 /500
? monthly_income gross_monthly_income | times$ annual_income .083333
_share | real .05 .28 .55 .01
? monthly_debt monthly_debts monthly_obligations total_monthly_debt monthly_debt_payments |
  times$ annual_income _share .083333
_yearly_debt | times$ monthly_debt 12
? debt_to_income debt_to_income_ratio dti dti_ratio | rate _yearly_debt annual_income

hotel: reservation booking stay
? adults num_adults adult_count | count = 1*6 2*13 3*2 4*2
? children num_children kids child_count | count = 0*14 1*4 2*4 3
? infants | count = 0*12 1
? number_of_guests guests num_guests guest_count total_guests pax party_size occupants | present
  +adults children infants

fare: trip ride taxi
base_fare | money 2 2.8 6 .1
? distance_fare | money 1.5 8.4 64 .01
? time_fare | money .6 3.6 22 .01
? booking_fee service_fee | money .8 1.9 4 .01
? tolls toll | money 1.5 2.5 12 .01 0:80
? surge_multiplier surge | real = 1*12 1.1*2 1.2*3 1.3 1.5*3 1.8 2
_fares | present base_fare distance_fare time_fare
_surged | times$ _fares _factor
_factor | present surge_multiplier
? tip tips gratuity | money 1 3 14 .5 0:52
? discount promo_discount | part _surged .05 .1 .3
? total_fare fare total total_amount final_fare | present +_surged booking_fee tolls tip -discount
? driver_earnings driver_payout | part total_fare .68 .76 .82
? platform_fee commission | rest total_fare driver_earnings

claim_line: claim eob remittance claim_line service_line
charged_amount billed_amount charge_amount charged billed submitted_amount total_charge
  total_billed chrg_amt tot_chrg charge_amt total_charges | money 40 240 9000 .01
allowed_amount allowed alwd_amt tot_alwd eligible_amount approved_charge | part charged_amount
  .42 .68 .95
paid_amount paid plan_paid insurance_paid tot_paid paid_amt total_paid amount_paid insurer_paid
  | part allowed_amount .5 .8 1
patient_responsibility patient_resp pt_resp patient_amount member_responsibility | rest
  allowed_amount paid_amount
? copay copayment copay_amount | part patient_responsibility .1 .3 .6
_rest | rest patient_responsibility copay
? coinsurance coins coinsurance_amount | part _rest .2 .5 .8
? deductible ded deductible_amount deductible_applied | rest _rest coinsurance
? adjustment write_off contractual_adjustment adjustment_amount | rest charged_amount
  allowed_amount

damage: claim insurance_claim incident loss
? estimated_repair_cost repair_cost estimated_loss estimated_damage damage_estimate
  estimated_cost | money 180 2600 90000 ~3
_ask | real .9 1.04 1.3 .01
? claimed_amount claim_amount amount_claimed requested_amount | times$ estimated_repair_cost _ask
? deductible excess | part claimed_amount .04 .12 .3
_covered | rest claimed_amount deductible
? approved_amount amount_approved settlement_amount settled_amount payout payout_amount | part
  _covered .5 .88 1
? paid_amount amount_paid | part approved_amount .9 1 1
? reserve_amount reserve reserved_amount | over claimed_amount .6 .8 .96

cover: policy insurance_policy coverage
coverage_amount sum_insured coverage_limit insured_amount coverage_limit_amount sum_assured |
  money 10000 250000 2000000 /5000
premium annual_premium premium_amount yearly_premium | part coverage_amount .001 .004 .018
? monthly_premium | part premium .0834 .0834 .0834

expense: expense expense_report reimbursement
? requested_amount claimed_amount amount_requested total_amount submitted_amount amount | money
  8 84 2400 .01
? approved_amount amount_approved reimbursed_amount reimbursable_amount | part requested_amount
  .6 .98 1
? rejected_amount declined_amount | rest requested_amount approved_amount

invoice_paid: receivable payable tuition
? amount_total invoice_amount total_due amount_billed billed_amount | money 40 640 24000 .01
? amount_paid paid_amount paid total_paid | part amount_total .1 .74 1
? amount_due balance_due balance outstanding outstanding_amount amount_remaining
  remaining_balance due_amount | rest amount_total amount_paid

account: account wallet ledger transaction statement entry movement
? opening_balance balance_before previous_balance starting_balance beginning_balance old_balance
  | money 40 1900 90000 .01
? total_credits credits deposits total_deposits inflow total_in money_in | part opening_balance
  .1 .5 1
? total_debits debits withdrawals total_withdrawals outflow total_out money_out | part
  opening_balance .05 .36 .9
? closing_balance ending_balance end_balance final_balance | present +opening_balance
  total_credits -total_debits
? amount transaction_amount change delta | part opening_balance .01 .12 .6
? balance_after new_balance running_balance resulting_balance | sum opening_balance amount

meter: meter reading bill utility usage electricity water gas
? previous_reading last_reading start_reading old_reading opening_reading | count 900 14000 90000
? consumption usage units_consumed units_used units energy_consumed | count 18 240 4800
? current_reading end_reading new_reading present_reading closing_reading | sum previous_reading
  consumption
? rate_per_unit unit_rate tariff price_per_unit unit_price rate price_per_kwh | real .08 .24 .6
  .001
? energy_charge usage_charge amount consumption_charge total_amount charge | times$ consumption
  rate_per_unit

odometer: trip rental vehicle_log fuel journey
? start_odometer odometer_start start_mileage odometer_out start_km mileage_start | count 1200
  48000 240000
? distance_driven distance_traveled km_driven miles_driven distance | count 4 120 1900
? end_odometer odometer_end end_mileage odometer_in end_km mileage_end | sum start_odometer
  distance_driven

fuel: fuel refuel fill_up fueling
? liters litres quantity_l quantity volume gallons | real 8 38 90 .01
? price_per_liter price_per_litre price_per_l price_per_gallon unit_price fuel_price | real 1.2
  1.7 2.3 .001
? total_cost cost total amount total_price total_amount | times$ liters price_per_liter

exam: exam test quiz assignment submission grade assessment
? max_score total_marks max_points max_marks points_possible total_points maximum_score out_of |
  count = 10*2 20*3 25*2 50*3 100*12
? score marks_obtained points_earned marks points obtained_marks raw_score earned_points | part
  max_score .38 .78 1
? percentage score_percentage percent grade_percentage | rate score max_score
? passing_score passing_marks pass_mark min_score | part max_score .4 .5 .6
? passed is_passed pass is_passing has_passed | above score passing_score

quiz: quiz attempt test exam
? total_questions question_count questions num_questions | count = 5*2 10*6 15*2 20*5 25*2 50*2
? attempted answered questions_answered | part total_questions .8 1 1
? correct_answers correct correct_count num_correct | part attempted .4 .78 1
? incorrect_answers wrong_answers incorrect wrong incorrect_count | rest attempted correct_answers
? skipped unanswered skipped_questions | rest total_questions attempted
? accuracy score_percent percentage | rate correct_answers total_questions

lessons: enrollment course progress module learner learning
? total_lessons lessons_total lesson_count total_modules | count 6 24 90
? lessons_completed completed_lessons completed_modules modules_completed lessons_done | part
  total_lessons .04 .58 1
? progress progress_percentage progress_percent completion_percentage completion | rate
  lessons_completed total_lessons

attendance: attendance class school student pupil
? total_days working_days total_classes total_sessions school_days | count 18 22 180
? days_present present present_days attended classes_attended sessions_attended | part
  total_days .7 .94 1
? days_absent absent absent_days absences missed | rest total_days days_present
? attendance_rate attendance_percentage attendance_percent | rate days_present total_days

leave: leave leave_balance employee pto vacation
? entitled_days entitlement total_days annual_entitlement allocated_days leave_entitlement
  total_leave allocated accrued | count = 20*3 22 24 25*6 26 28*3 30*4
? used_days taken days_taken used leave_taken days_used | part entitled_days .04 .44 .96
? remaining_days remaining balance days_remaining leave_balance available_days | rest
  entitled_days used_days

jobs: job task batch import export sync migration run job_run
? total total_items total_records total_rows total_count items_total records_total rows_total
  total_files total_tasks | count 20 1400 900000
? processed processed_items items_processed records_processed rows_processed processed_count |
  part total .6 .98 1
? failed failed_items failed_count error_count failures records_failed rows_failed errors
  failed_records | part processed .0005 .01 .1
? skipped skipped_count records_skipped | part _fine .001 .02 .1
_fine | rest processed failed
? succeeded success_count successful completed records_success rows_inserted succeeded_count
  imported | present +_fine -skipped
? pending remaining pending_count | rest total processed
? progress progress_percent percent_complete | rate processed total
? success_rate | rate succeeded processed
? failure_rate error_rate | rate failed processed

tests: test build suite ci test_run pipeline
? total_tests tests tests_total test_count tests_run total | count 8 240 9000
? failed tests_failed failed_tests failures failing | part total_tests .0005 .008 .2
? skipped tests_skipped skipped_tests ignored | part total_tests .001 .02 .1
? errors errored error_count tests_errored | part total_tests = 0*8 .002 .004 .01
_errors | present errors
_lost | present failed errors
? passed tests_passed passed_tests passing | present +total_tests -failed -skipped -errors
? has_failures has_failed has_failed_tests any_failed has_errors | above _lost 1
? pass_rate success_rate | rate passed total_tests

coverage: coverage code_coverage file_coverage
? total_lines lines lines_total statements | count 80 4200 240000
? covered_lines lines_covered covered | part total_lines .34 .84 .99
? missed_lines uncovered_lines lines_missed missing | rest total_lines covered_lines
? coverage line_rate line_coverage coverage_percent | rate covered_lines total_lines

changes: commit pull_request diff merge_request
? additions lines_added insertions added | count 1 42 4800
? deletions lines_deleted lines_removed removed | count 0 16 2400
? total_changes changes lines_changed total | sum additions deletions
? net_lines | sum additions -deletions

requests: endpoint api service health metric route
? total_requests requests request_count requests_total | count 40 9000 9000000
? error_count errors failed_requests errors_total error_requests | part total_requests .0002
  .006 .08
? success_count successful_requests successes | rest total_requests error_count
? error_rate failure_rate | rate error_count total_requests
? success_rate availability | rate success_count total_requests

cache: cache redis cdn
? requests lookups total_requests gets | count 400 90000 9000000
? hits cache_hits hit_count | part requests .5 .91 .995
? misses cache_misses miss_count | rest requests hits
? hit_rate hit_ratio cache_hit_rate | rate hits requests

tokens: completion llm usage prompt inference chat
? prompt_tokens input_tokens tokens_in | count 24 640 24000
? completion_tokens output_tokens tokens_out | count 8 240 4000
? total_tokens tokens token_count tokens_used | sum prompt_tokens completion_tokens

replicas: deployment replica_set statefulset service autoscaler
replicas desired_replicas desired desired_count | count = 1*4 2*6 3*9 4*2 5*3 6*2 8 10 12 24
? updated_replicas updated | part replicas 1 1 1
_on | count 1 1 1
ready_replicas ready ready_count | done replicas _on = .67 1 1
available_replicas available available_count | part ready_replicas .8 1 1
unavailable_replicas unavailable | rest replicas available_replicas
? running_count running_replicas running | part replicas .67 1 1
? pending_count pending_replicas pending | rest replicas running_count
? current_replicas | part replicas .8 1 1
? max_replicas | over replicas .2 .5 1
? min_replicas | part replicas .4 .6 1

price_month: instance server plan resource volume subscription
hourly_cost cost_per_hour price_per_hour hourly_price | real .006 .19 8 .0001
? monthly_cost estimated_monthly_cost cost_per_month monthly_price | times hourly_cost 730
? daily_cost | times hourly_cost 24
? annual_cost yearly_cost | times hourly_cost 8760

plans: plan subscription pricing membership product_plan
? monthly_price price_monthly price_per_month monthly_fee monthly_amount monthly_cost | money =
  5*2 9*4 10*2 12*2 15*2 19*5 25*2 29*5 39*2 49*4 79*2 99*4 199*2 299
? annual_price yearly_price price_yearly annual_fee price_annual yearly_cost annual_cost
  annual_amount | times$ monthly_price 10

average_size: bucket folder directory database table index storage
? object_count objects file_count num_objects files num_files item_count row_count rows | count
  12 9400 4000000
_bytes | real 900 64000 9000000 1
? total_size_bytes total_size size_bytes total_bytes storage_bytes bytes_total size | times
  object_count _bytes
? average_object_bytes average_size avg_size avg_object_size average_size_bytes avg_row_length |
  ratio total_size_bytes object_count 1 0

usage_cost: cost_item usage_record line_item billing_line usage bill_item
? usage_quantity quantity_used usage_amount usage | real .5 84 9000 .01
? unit_price rate price_per_unit unit_cost | real .004 .09 4 .0001
? cost amount total_cost charge line_cost | times usage_quantity unit_price

time_parts: request span trace
? response_time total_time request_time duration latency elapsed | real 4 86 5200 .1
? upstream_time upstream_response_time backend_time db_time database_time query_time | part
  response_time .3 .74 .97
? network_time queue_time wait_time | rest response_time upstream_time

cook: recipe
? prep_time preparation_time prep prep_time_minutes prep_minutes | count = 5*3 10*8 15*8 20*5 25
  30*4 45
? cook_time cooking_time cook bake_time cook_time_minutes cook_minutes | count = 0*2 5 10*4 15*4
  20*5 25*3 30*6 35*2 40*3 45*4 60*4 75 90*2 120*2 180
? rest_time resting_time marinate_time chill_time | count = 0*8 10*2 15*2 30*3 60*2
? total_time total_time_minutes total_minutes | present +prep_time +cook_time rest_time
"""
"""Families of work, separated by empty lines."""
