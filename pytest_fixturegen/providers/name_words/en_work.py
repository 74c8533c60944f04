"""English abbreviations of names of projects, calls, loans, freight and accounts."""

from __future__ import annotations

WORDS = """
paid_date: pd_dt
paid_flag: pd_flg
paid: pd
route: rte
waste_type: wst_typ
gross_weight_kg: grs_wt_kg
rate_per_ton: rt_per_t
planned_stops: stops_pln
completed_stops: stops_cmpl
assigned_date: asgn_dt
assigned_to: asgn_to
assigned: asgn
closed_date: cls_dt
resolution: rsln
last4: l4 lst4
acquisition: acq
acquisition_date: acq_dt
acquisition_cost: acq_cost acq_cst acq_amt
labor: lbr
parts: prts
paid_off_date: pd_off_dt payoff_dt
charged_off_amount: chgoff_amt chg_off_amt co_amt
charged_off_date: chgoff_dt chg_off_dt
decision: dcsn dcn
decline: dcln
approved: apprvd aprvd appr
submitted: sbmt sbmtd subm
underwriter_name: undwrtr uwrtr uw_nm
applicant_name: appl_nm applcnt_nm
applicant_email: appl_eml
applicant: appl applcnt
driver_name: drv_nm drvr_nm
driver_license_number: drv_lic_no dl_no
driver: drv drvr
station_name: stn_nm
technician_name: tech_nm
next_service_km: nxt_svc_km
reversed_flag: rvrsl_flg rvs_flg
reversed_reason: rvrsl_rsn
escrow_amount: esc_amt
principal_amount: prin_amt
interest_amount: int_amt
balance_after: bal_aft
term_months: trm_mos trm_mo term_mos
channel_code: chnl_cd
expected: exp_ expctd
scheduled: schd schdl
estimated: estd
distance: dst
duration: dur durn
capacity: cpcty
attendance: attnd
participant: partcp
registration: regn
certificate: crt_no
expiry_date: xpry_dt expry_dt
inspection: insp
inspector_name: inspr_nm insp_nm
maintenance: mnt
supervisor: supv spvr
supervisor_name: supv_nm spvr_nm
frequency: freqy
frequency_hz: frq_hz
percent: pctg prcnt
approved_amount: apprvd_amt aprv_amt
requested_amount: req_amt rqst_amt
annual_income: ann_inc
monthly_payment: mo_pmt mthly_pmt
interest_rate: int_rt
labor_hours: lbr_hrs
labor_rate: lbr_rt
labor_cost: lbr_cst lbr_cost
parts_cost: prts_cst prts_cost
wind_speed: wspd wnd_spd ws_ms wind_spd
wind_gust: wgst wnd_gst gust_spd
wind_direction: wdir wnd_dir wind_dir
dew_point: dwpt dew_pt
relative_humidity: rh_pct rh rel_hum
pressure: slp prs press baro
visibility: vis visib
precipitation: prcp precip
snow_depth: snw snwd snow_dpth
cloud_cover: cld cld_pct cld_cvr
elevation: elev
quantity_ordered: qty_ord ord_qty
quantity_received: qty_rcv rcv_qty qty_rcvd rcvd_qty
quantity_rejected: qty_rej rej_qty
quantity_shipped: qty_shp shp_qty qty_shpd shpd_qty
quantity_backordered: bo_qty qty_bo
quantity_on_hand: qty_oh oh_qty qoh
quantity_allocated: qty_alloc alloc_qty
quantity_available: qty_avl qty_avail avl_qty avail_qty
extended_cost: ext_cst ext_cost
extended_amount: ext_amt
extended_price: ext_prc
unit_cost: unt_cst unit_cst
quota: qta
sales_amount: sls_amt
commission_rate: comm_rt comm_pct
commission_amount: comm_amt
received_date: rcv_dt rcvd_dt
approved_date: appr_dt
approved_by: appr_by
payment_terms: pmt_trm pmt_trms pay_trm
ship_via: shp_via
buyer_name: byr_nm
warehouse: whs whse
opening_balance: beg_bal
closing_balance: end_bal
reversal_date: rev_dt
reversal_reason: rev_rsn
merchant_name: mrch_nm mrcht_nm
merchant_city: mrch_cty
credits_attempted: crd_att
credits_earned: crd_ern
absences: abs_cnt
grade_level: grd_lvl
advisor_name: adv_nm
financial_aid: aid_amt
tuition: tuit_amt
balance_due: bal_due
graduation_date: grad_dt
enrollment_date: enrl_dt
make: mk
model: mdl
model_year: mdl_yr
odometer: odo
purchase_date: purch_dt
purchase_price: purch_amt
engine_capacity: eng_cc
actual_start: act_st act_strt act_beg act_strt_dt act_st_dt
actual_end: act_end act_end_dt act_fin
actual_hours: act_hrs
actual_departure: act_dep
actual_arrival: act_arr
actual_cost: act_cst act_cost
actual_amount: act_amt
actual_quantity: act_qty
planned_start: pln_st pln_strt plan_st
planned_end: pln_end plan_end_dt
planned_hours: pln_hrs
remaining_hours: rem_hrs rmng_hrs
remaining: rmng
percent_complete: pct_cmpl pct_comp cmpl_pct
completed: cmpl cmpltd
dependent_task_id: dep_tsk
assignee: asgne assgne asgnee
start_time: strt_tm st_tm beg_tm
start_date: strt_dt
caller_number: clr_no caller_no
called_number: cld_no
queue_name: q_nm que_nm
disposition_code: disp_cd dispo_cd
recording_url: rec_url
abandoned: abnd_flg abnd
credit_score: cr_scr cred_scr
delinquent_days: dlq_days del_days
delinquent: dlq
collateral_type: coll_typ
officer_code: off_cd
loan_number: ln_acct_no
outstanding_principal: os_prin outst_prin
origination_date: orig_dt
last_payment_amount: lst_pmt_amt last_pmt_amt
last_payment_date: lst_pmt_dt last_pmt_dt
next_payment_date: nxt_pmt_dt next_pmt_dt
manifest_number: mnf_no mnfst_no
vessel_name: vsl_nm vssl_nm
vessel: vsl vssl
voyage_number: voy_no voyg_no
shipper_name: shpr_nm shppr_nm
consignee_name: cnee_nm cnsgn_nm consg_nm
consignee: cnee
shipper: shpr
commodity: cmdty commod
freight_terms: frt_trm frt_terms
package_count: pkg_cnt
package: pkg pckg
tariff_code: trf_cd
tariff: trf
consumption_kwh: cons_kwh
consumption: consmp cnsmp
paid_amount: pd_amt
previous_reading: prv_rdg prev_rdg
current_reading: cur_rdg curr_rdg
customer_account_number: cust_acct cust_acct_no
journal_date: jrnl_dt
journal: jrnl jrn
debit_amount: dr_amt db_amt
credit_amount: cr_amt
debit: dbt
cost_center_code: cc_cd
fiscal_year: fy fsc_yr
source_system: src_sys
posted_by: pstd_by
posted: pstd
reversal: rvsl rvs
line_description: ln_desc
carrier_code: carr_cd
carrier: carr
delay_minutes: dly_min delay_min
delay: dly
load_factor: ld_fctr
seat_capacity: seat_cap
distance_nm: dist_nm
scheduled_departure: sched_dep_tm
scheduled_arrival: sched_arr_tm
birth_date: dt_birth date_birth
pod: vessel voyage vsl voy vsl_nm voy_no etd cntr_no > port_of_discharge
pol: vessel voyage vsl voy vsl_nm voy_no etd eta bl container > port_of_loading | policy
cntr: vessel voyage vsl_nm voy_no seal_no etd eta port > container | center
cntr_no: vessel voyage vsl_nm voy_no seal_no etd eta port > container_number | center_number
cntr_sz: vessel voyage vsl_nm voy_no seal_no etd eta port > container_size | center_size
ln_no: borrower brwr_nm loan prin_amt ln_sts ln_amt mat_dt emi > loan_number | line_number
ln: borrower brwr_nm loan prin_amt ln_no mat_dt > loan | line
gt: flight flt airport gate > gate
clr: caller call cld_no cld > caller | color
factor: fctr
good_quantity: gd_qty
scrap_quantity: scrp_qty scr_qty
produced_quantity: prd_qty prod_qty
planned_quantity: pln_qty plnd_qty
issued_quantity: issd_qty iss_qty
closing_quantity: cls_qty
opening_quantity: opn_qty
started_at: strt_ts start_ts_utc
finished_at: fin_ts fnsh_ts
result_text: rslt_txt res_txt
distance_km: dist_km
distance_miles: dist_mi
distance_m: dist_m
disposal: disp
down_time: dwn_tm dwntm
down: dwn
digit: dgt
segment: seg
remaining_balance: rem_bal
remaining_quantity: rem_qty
remaining_days: rem_days
fuel_capacity: fuel_cap
tank_capacity: tnk_cap tank_cap
max_capacity: max_cap mx_cap
percent_of_capacity: pct_of_cap pct_cap
parts_amount: prt_amt pts_amt
expected_quantity: exp_qty
term_months: term_mo term_mths trm_mo
reserved_quantity: resv_qty rsv_qty rsrvd_qty
available_quantity: avail_qty avl_qty
on_hand_quantity: oh_qty onhnd_qty
previous_reading: mtr_rdg_prev
current_reading: mtr_rdg_curr
principal: prin princ prncpl
outstanding_balance: os_bal outst_bal
previous_reading: prev_read prev_rdg last_read prv_rdg
current_reading: curr_read cur_read crnt_rdg
amount_paid: amt_pd pd_amt
paid_date: pd_dt dt_pd
paid_flag: pd_flg pd_ind
salutation: salut saltn
department_description: dept_desc
validation_rows: val_rows
validation_samples: val_samples
validation_images: val_images
validation_records: val_records
contact_first_name: =contact_first =cntct_first
contact_last_name: =contact_last =cntct_last
customer_first_name: =customer_first =cust_first
customer_last_name: =customer_last =cust_last
patient_first_name: =patient_first
patient_last_name: =patient_last
owner_first_name: =owner_first
owner_last_name: =owner_last
guest_first_name: =guest_first
guest_last_name: =guest_last
std: flight flight_number sta atd ata aircraft airline gate > scheduled_departure | standard
sta: flight flight_number std atd ata aircraft airline gate > scheduled_arrival | status
atd: std sta > actual_departure | atd
ata: std sta > actual_arrival | ata
delay: dly
"""
"""English targets, each with its abbreviations; see :func:`dictionary.parse_words`."""
