"""More English abbreviations of names: of trade, places, studies, care and machines."""

from __future__ import annotations

WORDS = """
billing_name: bill_nm bill_name bill_to_nm bill_to_name
billing_address: bill_addr bill_to_addr
billing_address_line_1: bill_addr1 bill_addr_1
billing_city: bill_city bill_cty
billing_state: bill_st
billing_zip: bill_zip bill_zip_cd
billing_country: bill_ctry
shipping_name: shp_nm ship_nm ship_to_nm ship_name ship_to_name
shipping_address: shp_addr ship_addr ship_to_addr
shipping_address_line_1: shp_addr1 ship_addr1
shipping_city: shp_city shp_cty ship_city
shipping_state: shp_st ship_st
shipping_zip: shp_zip ship_zip
shipping_country: shp_ctry ship_ctry
delivered_date: dlv_dt dlvd_dt dlvry_dt delv_dt
delivered_at: dlv_ts dlvd_ts
delivery: dlv dlvry delv
cancelled_date: cncl_dt cncld_dt canc_dt cxl_dt
cancelled_at: cncl_ts cncld_ts canc_ts
cancellation_reason: cncl_rsn canc_rsn cxl_rsn
cancelled: cncld cxld
shipping_cost: frt_amt frght_amt shp_amt shp_cst frt_chrg
tracking_number: trk_no trk_num trkg_no trck_no
updated_at: updtd_ts upd_tms
account_balance: acct_bal
running_balance: run_bal
check_number: chq_no cheq_no
branch_code: br_cd brn_cd brch_cd
branch_name: br_nm
teller_id: tlr_id
reversed: rev_flg
admission: adm adms
admission_type: adm_typ admit_typ
admission_source: adm_src
attending_physician: attn_phys att_phys attn_dr attn_md
referring_physician: ref_phys ref_dr ref_md refr_phys
insurance_company: ins_co ins_cmpny ins_carr ins_carrier
insurance_policy_number: ins_pol_no ins_pol_num
heart_rate: hr_bpm hrt_rt
height_cm: ht_cm hgt_cm
height: ht hgt
weight_kg: wt_kg wgt_kg
body_temperature: tmp_c temp_c_body tmp_f
group_number: grp_no grp_num
quantity_on_hand: qty_oh oh_qty
quantity_reserved: qty_rsv rsv_qty qty_rsvd
quantity_available: qty_avl qty_avail avl_qty
reorder_point: reord_pt reordr_pt rop reord_lvl
reorder_quantity: reord_qty
lead_time_days: lead_tm_days lead_days ld_tm
vendor_number: vnd_no vndr_no
vendor_name: vnd_nm vndr_nm vend_nm
vendor: vnd
list_price: lst_prc list_prc
last_received_date: lst_rcpt_dt last_rcv_dt
last_counted_date: lst_cnt_dt
last_seen_at: lst_seen_ts last_seen_ts lst_seen
last_login_at: lst_login_ts lst_login last_log_ts lst_lgn
sold_price: sld_prc
sold_date: sld_dt
listed_date: lst_dt
listing_status: lst_sts
city: cty
bedrooms: bdrms bedrms beds_no br_cnt
bathrooms: bthrms bathrms ba_cnt
year_built: yr_blt yr_built
square_feet: sq_ft sqft sq_footage
lot_size: lot_sz
garage_spaces: gar_spcs
property_type: prop_typ
days_on_market: dom
course_code: crs_cd crse_cd
course_name: crs_nm crs_ttl crs_title crse_nm
course: crs crse
credit_hours: crd_hrs cr_hrs cred_hrs
semester: sem smstr
enrollment: enr enrl
enrollment_date: enr_dt enrl_dt
withdrawal_date: wd_dt wdrw_dt
attendance_percent: att_pct attn_pct
advisor_name: adv_nm
major: maj
subject: subj
requester_name: rqstr_nm reqstr_nm
requester_email: rqstr_eml
assigned_to: asgn_to assgn_to asgnd_to asgd_to
assigned_by: asgn_by asgnd_by
assignment_group: asgn_grp assgn_grp
assigned_date: asgn_dt asgnd_dt
opened_date: opnd_dt
opened_at: opnd_ts opn_ts
closed_at: clsd_ts cls_ts
resolved_at: rslvd_ts rslv_ts
resolved_date: rslvd_dt res_dt
resolution: resln rsln resltn
response_minutes: resp_mins resp_min rsp_mins
response_time_ms: resp_ms rsp_ms resp_tm_ms
reopen_count: reopn_cnt
satisfaction_score: csat_scr sat_scr
score: scr
pay_period_start: pay_prd_st pp_st_dt pay_prd_beg pay_per_start
pay_period_end: pay_prd_end pp_end_dt pay_per_end
period: prd
regular_hours: reg_hrs
pay_rate: pay_rt
gross_pay: grs_pay gross_py
federal_tax: fed_tax fed_wh fed_tx
state_tax: st_tax st_wh
social_security_tax: ss_tax
medical_insurance: med_ins
total_deductions: tot_ded tot_deds tot_dedn
deductions: deds dedn
ytd_gross: ytd_grs
ytd_net: ytd_nt
gross: grs
direct_deposit: dir_dep_flg dir_dep
bank_account: bnk_acct bank_acct
bank_account_number: bnk_acct_no bank_acct_no
bank_name: bnk_nm bank_nm
make: mk
odometer_miles: odo_mi odom_mi
odometer: odo odom
owner_name: own_nm ownr_nm
registration_date: reg_dt rgstr_dt regn_dt
registration_expiry_date: reg_exp_dt
registration_number: reg_no regn_no rgstr_no
engine_cc: eng_cc
engine: eng
fuel_type: fuel_typ
transmission_type: trans_typ tranny_typ
transmission: tranny
doors: num_drs drs
hostname: hst_nm host_nm
cpu_utilization_percent: cpu_utl cpu_util cpu_utl_pct cpu_use
memory_utilization_percent: mem_utl mem_util mem_utl_pct mem_use
disk_utilization_percent: dsk_utl dsk_util disk_util
utilization: utl util
uptime_days: up_days
port_count: prt_cnt
installed_date: inst_dt instl_dt
warranty_expiry_date: wrty_exp_dt wty_exp_dt
warranty: wrty wty wrnty
temperature: tmp
building: bld
contact_name: cntct_nm cont_nm
contact_phone: cntct_ph cntct_no
first_order_date: frst_ord_dt
last_order_date: lst_ord_dt last_ord_dt
start_date: strt_dte sdate
end_date: edate
monthly: mthly mnthly
yearly: yrly
weekly: wkly
opening_balance: opn_bal open_bal beg_bal
closing_balance: cls_bal end_bal clsg_bal
available_balance: avl_bal avail_bal
minimum_balance: min_bal
overdraft_limit: od_lmt od_lim
interest_rate: int_rt_pct
principal_amount: prin_amt princ_amt
principal: prin princ
loan_amount: ln_amt loan_amt
loan_number: loan_no
maturity_date: mat_dt mtrty_dt
disbursed_date: disb_dt
monthly_payment: mth_pmt mo_pmt emi_amt
outstanding_amount: os_amt outst_amt
account_type: acct_typ acc_typ
account_status: acct_sts acct_stat
open_date: opn_dte acct_opn_dt
customer_type: cust_typ
customer_since: cust_since
loyalty_points: loy_pts lylty_pts
points: pts
annual_income: ann_inc
household_size: hh_size hh_sz
household: hh
number_of_children: no_kids num_kids
occupation: occ occup
nationality: nat natn
passport: ppt
seat_number: seat_no
gate: gt
departure_airport: dep_arpt orig_arpt dep_apt
arrival_airport: arr_arpt dest_arpt arr_apt
airport: arpt
aircraft: acft
flight_status: flt_sts
scheduled_departure: std_dep sched_dep sch_dep
scheduled_arrival: sched_arr sch_arr
check_in_date: ci_dt chkin_dt chk_in_dt
check_out_date: co_dt chkout_dt chk_out_dt
nights: nts_stay nite_cnt no_nts
adults: adlt_cnt no_adlt
children: chld_cnt no_chld
room_type: rm_typ
room_rate: rm_rt rm_rate
purchase_date: purch_dt pur_dt
purchase_price: purch_prc pur_prc
purchase: purch
manufacturing_date: mfd_dt
material: mtrl matl
dimensions: dims
length_cm: len_cm lgth_cm
width_cm: wd_cm wdth_cm
minimum_quantity: min_qty
maximum_quantity: max_qty
maximum_level: max_lvl
safety_stock: sfty_stk
stock: stk
discontinued: disc_flg discont_flg
taxable: tax_flg txbl_flg
hazardous: hazmat_flg haz_flg
image_url: img_url
website_url: web_url
previous_value: prev_val
old_value: old_val
new_value: new_val
reading_value: rdg_val
reading: rdg rdng
meter_number: mtr_no mtr_num
meter: mtr
kilowatt_hours: kwh_usd
sensor_id: snsr_id
battery_percent: batt_pct bat_pct
battery: batt
signal_strength: sig_str
signal: sig
wind_speed: wnd_spd
wind_direction: wnd_dir
precipitation: precip
humidity_percent: hum_pct rh_pct
humidity: hum
pressure: press_val
call_duration_seconds: call_dur_sec call_dur
caller: clr_nm
service_type: svc_typ
service_level: svc_lvl
monthly_charge: mth_chrg mo_chrg
data_used_mb: data_used_mb
plan_name: plan_nm pln_nm
plan: pln
activated_date: actv_dt act_dt
activated_at: actv_ts act_ts
suspended_date: susp_dt
suspended: susp
verified: vrfd verfd
verified_date: vrf_dt verf_dt
distance: dstnc
duration: dur
speed: spd
capacity: cpcty
claim: clm
claims: clms
claim_number: clm_no clm_num clm_nbr
claim_status: clm_stat clm_sts
claim_id: clm_id
policy_number: pol_no plcy_no pol_num pol_nbr
policy: pol plcy
premium: prem
premium_amount: prem_amt
coverage: cvg covrg
insurance: insur
insured: insrd
facility: fac fclty
facility_name: fac_nm
diagnosis: diag dgns
diagnosis_code: dx_cd diag_cd dx_code
procedure: proced
procedure_code: px_cd proc_cd
medication: med
prescription_number: rx_no rx_num
service: svc srvc serv
services: svcs
authorization: authz
reference_number: ref_no ref_num ref_nbr refno
reference: refr
check_number: chk_no chk_num check_no
check: chk
batch_number: btch_no batch_no batch_nbr
batch: btch
lot_number: lot_no lot_nbr
sequence_number: seq_no seq_num seq_nbr seqno
sequence: seq sqnc
line_number: =ln line_no ln_no line_nbr line_num ln_nbr
lines: lns
list: lst
customer_number: cust_no cust_num cust_nbr custno
customer_name: cust_nm custnm
customer_id: cust_id custid
employee_number: emp_no emp_num emp_nbr empno
employee_name: emp_nm empnm ename
account_number: acct_no acct_num acct_nbr acc_no acctno accno
account_name: acct_nm acc_nm
account_manager: acct_mgr am_nm
routing_number: rtg_no rtn_no aba_no
emergency_contact: emg_cntct emer_cntct emerg_cntct emrg_contact emer_contact emerg_contact
emergency_contact_name: emg_cntct_nm emer_cntct_nm emerg_contact_nm
emergency_phone: emg_ph emer_ph emerg_ph emg_phn
relationship: relat reltn reln
source: src
target: tgt trgt
destination: dest dstn
priority: prty prio pri
severity: sev svrty
environment: envt
parameter: prm
document: docmt
document_number: doc_no doc_num doc_nbr
attachment: attch
picture: pic
image: img
extension: extn
response: rspns
error: err
error_code: err_cd err_code
error_message: err_msg
processed: procd
process: prcs
processing: prcg
application: appl
server: srvr svr
host: hst
network: netwk
memory: mem
disk: dsk
kernel: krnl
packet: pkt
packets: pkts
packet_loss: pkt_loss
uptime: uptm
power: pwr
voltage: volt
frequency: freq
latency_ms: lat_ms
latency: ltncy
partner: ptnr prtnr
project: proj prj
task: tsk
ticket: tkt
tickets: tkts
school: schl
education: edu educ
university: univ
experience: exprnc
business: bsns
industry: indus
market: mkt
"""
"""English targets, each with its abbreviations; see :func:`dictionary.parse_words`."""
