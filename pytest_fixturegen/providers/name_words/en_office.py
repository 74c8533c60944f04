"""English abbreviations of names of old tables: staff, banks, hospitals, phones, freight, stock."""

from __future__ import annotations

WORDS = """
grs_amt: pyrl payroll ot_hrs reg_hrs tot_ded_amt tot_ded fed_tax_amt chk_dt > gross_pay
    | gross_amount
net_amt: pyrl payroll ot_hrs reg_hrs tot_ded_amt tot_ded fed_tax_amt > net_pay | net_amount
chk_dt: pyrl payroll ot_hrs reg_hrs pay_prd net_pay grs_amt > pay_date | check_date
disc_ind: itm itm_nbr itm_no item prod sku > discontinued | discount_indicator
disc_dt: itm itm_nbr itm_no item prod sku uom_cd > discontinued_date | discount_date
payroll: pyrl prl
result: rslt rslts
last_name: lst_nm lastnm pat_lst_nm
first_name: fst_nm frst_nm
preferred_name: pref_nm prefd_nm
nickname: aka_nm
home: hm
work: wrk
home_phone: hm_ph hm_phn hm_tel home_ph
work_phone: wrk_ph wrk_phn bus_ph
address_line_1: addr_ln1 addr_ln_1 addr_line1 addrln1 strt_addr adr_ln1
address_line_2: addr_ln2 addr_ln_2 addr_line2 addrln2 adr_ln2
billing_address_line_1: bill_addr_ln1 bill_addr_line1
billing_state: bill_st
home_address_line_1: hm_addr_ln1 hm_addr1
next_of_kin: nok
next_of_kin_name: nok_nm
next_of_kin_phone: nok_ph nok_phn
nationality_code: natl_cd ntnl_cd
department_name: org_unit org_unit_nm dept_nm
salary_grade: sal_grd pay_grd sal_grade
pay_grade: pay_grade
pay_frequency: pay_freq
hire_date: orig_hire_dt hire_dte emp_dt
rehire_date: rehire_dt
termination_reason: term_rsn term_rsn_cd sep_rsn_cd
full_time: ft_ind ft_flg
exempt: exmpt_flg exmpt_ind
vacation_balance_hours: vac_bal_hrs vac_bal
sick_balance_hours: sck_bal_hrs sick_bal_hrs
years_of_service: yrs_svc svc_yrs yrs_of_svc
last_review_date: last_rvw_dt lst_rvw_dt
performance_rating: perf_rtg perf_rating
rating: rtg rtng_val
pay_period_start: pay_prd_strt_dt pay_prd_strt pay_prd_from prd_strt_dt prd_beg_dt
pay_period_end: pay_prd_end_dt pay_prd_to prd_end_dt
billing_period_start: bill_prd_from bill_prd_strt bill_from_dt bill_prd_beg
billing_period_end: bill_prd_to bill_prd_end bill_to_dt
regular_pay: reg_pay reg_amt
overtime_pay: ot_pay ot_amt
total_deductions: tot_ded_amt tot_ded tot_dedns
health_insurance: med_ded_amt med_ded hlth_ins
federal_tax: fed_tax_amt fed_wh_amt
state_tax: st_tax_amt
social_security: fica_amt oasdi_amt fica
ytd_gross: ytd_grs_amt ytd_grs
ytd_net: ytd_net_amt
leave_type: lv_typ lv_typ_cd abs_typ
leave_start: lv_strt_dt lv_beg_dt
leave_end: lv_end_dt
leave_status: lv_sts lv_stat
number_of_days: nbr_days num_days no_days no_of_days nbr_of_days tot_days
denial_reason: deny_rsn dnl_rsn denial_rsn
rejection_reason: rej_rsn
item_name: itm_nm item_nm
itm_desc: itm_nm item_nm > item_description | item_name
itm_dsc: itm_nm item_nm > item_description | item_name
itemdesc: itemname itmname > item_description | item_name
pat: mrn dob enc adm dx nok bld pcp sex dschg admit > patient | pattern
unit_of_measure: uom_cd um
standard_cost: std_cst std_cost
average_cost: avg_cst
weight_lbs: wgt_lbs wt_lbs wgt_lb wt_lb
total_weight_lbs: tot_wgt_lb tot_wt_lb tot_wgt_lbs
lead_time_days: ld_tm_dys lead_tm_dys ld_tm ld_time
minimum_order_quantity: min_ord_qty moq
reorder_point: reord_pt ro_pt
maximum_stock: max_stk_lvl max_stk
minimum_stock: min_stk_lvl min_stk
quantity_on_order: qty_on_ord qty_oo on_ord_qty
quantity_committed: qty_cmtd
last_receipt_date: lst_rcpt_dt last_rcpt_dt
last_issue_date: lst_iss_dt
last_sold_date: lst_sld_dt lst_sale_dt
bin_location: bin_loc bin_no
warehouse_code: whs_cd whse_cd wh_cd
updated_by: chg_usr_id upd_usr_id chg_usr lst_chg_usr lst_upd_usr_id
created_by: crt_usr_id cre_usr_id add_usr add_usr_id
created_date: add_dt
open_quantity: opn_qty
requested_date: req_dt rqst_dt rqstd_dt
promised_date: prom_dt prms_dt
ship_via: shpvia shp_via
account_holder: acct_hldr acct_hldr_nm
primary_owner_name: prim_ownr_nm prim_own_nm
joint_owner_name: joint_ownr_nm jt_ownr_nm
tax_id: tax_id_nbr tax_id_no
branch_number: br_nbr br_no brn_no brnch_no
ledger_balance: ledgr_bal ldgr_bal led_bal
current_balance: cur_bal curr_bal
available_credit: avl_cr avail_cr cr_avail
overdraft_limit: od_lmt_amt
accrued_interest: accrd_int_amt accr_int accr_int_amt
ytd_interest_paid: ytd_int_pd
last_statement_date: lst_stmt_dt last_stmt_dt
next_statement_date: nxt_stmt_dt
statement: stmt stmnt
routing_number: rtng_nbr rtng_no aba_nbr
transaction_date: txn_dt_tm txn_dttm txn_ts trx_ts tran_ts tran_dt_tm
debit_credit: dr_cr_ind dr_cr cr_dr_ind dc_ind db_cr_ind dr_cr_cd
merchant_category_code: mrcht_catg_cd mrch_cat_cd mcc_cd
reversed: rvrs_ind rvrs_flg rvsl_ind rvsd_flg
reversed_date: rvrs_dt rvsl_dt rvsd_dt
card: crd
card_number: crd_nbr crd_no crd_num card_no card_nbr
cardholder_name: crdhldr_nm crd_hldr_nm card_hldr_nm
card_type: crd_typ crd_typ_cd
expiry_month: exp_mth exp_mo exp_mnth
expiry_year: exp_yr
issued_date: iss_dt issd_dt issue_dt
blocked_date: blk_dt blckd_dt
blocked_reason: blk_rsn blk_rsn_cd
minimum_payment_due: min_pmt_due min_pmt min_pmt_amt
days_past_due: dys_past_due dpd days_pd
reward_points: rwd_pts
marital_status_code: mar_sts_cd mar_stat_cd mrtl_sts_cd
primary_insurance_name: prim_ins_nm pri_ins_nm
insurance_name: ins_nm
insurance_paid_amount: ins_pd_amt ins_pd
patient_paid_amount: pt_pd_amt pat_pd_amt
insurance_group_number: ins_grp_nbr ins_grp_no
insurance_subscriber_id: ins_subscr_id
blood_type: bld_grp
bld_typ: pat_dob mrn pt_id dob algy_txt pat_id pt_dob donor dnr_id hgb > blood_type | building_type
allergies: algy_txt algy alrgy alrgs
is_deceased: dcsd_ind dcsd_flg dcd_ind
deceased_date: dcsd_dt
registered_at: reg_ts
encounter: enc encntr
discharged_at: dschg_ts dsch_ts disch_ts
admitted_at: adm_ts admit_ts adm_dt_tm
discharge_disposition: dschg_disp disch_disp dsch_disp
length_of_stay_days: los_dys
diagnosis_codes: dx_cds sec_dx_cds
secondary_diagnosis_codes: sec_dx_cds
attending_doctor_name: attnd_md_nm att_md_nm attn_md_nm
attending_npi: attnd_npi att_npi
referring_doctor_name: ref_md_nm
doctor: ord_md
nurse_station: nrs_stn
insurance: ins
pcp: wind temp tmp hum rh stn station wspd prs snow > precipitation | primary_care_physician
primary_care_physician_name: pcp_nm
recorded_by: rec_by recd_by_nm
medication_name: med_nm drug_nm
dose: dose_qty
dose_unit: dose_uom
refill_count: rfl_cnt rfls
quantity_dispensed: qty_disp disp_qty
discontinued: dc_flg
discontinued_reason: dc_rsn
stop_datetime: stp_dttm
rate_plan_name: rt_pln_nm
monthly_charge: mrc_amt mrc mth_chrg_amt
disconnected_date: dsconn_dt
activated_date: actvn_dt actn_dt
suspended_date: susp_dt
contract_term_months: cntrct_trm_mths ctr_trm_mths
device_brand: dvc_mk dev_mk
device_model: dvc_mdl dev_mdl
credit_class: crdt_cls cr_cls
current_charges: curr_chrgs cur_chrgs
payments_received: pmts_rcvd pymts_rcvd
adjustment_amount: adj_amt
total_due: tot_due tot_amt_due
page_count: pgs
problem_description: prob_desc prblm_desc
reported_by: rptd_by rpt_by
reported_at: rptd_ts
assigned_at: asgnd_ts asgn_ts
freight_class: frt_cls
hazmat: hzmt_ind hazmat_ind hzmt
tendered_date: tndr_dt tndrd_dt
scheduled_pickup_date: sch_pckup_dt sched_pckup_dt sch_pu_dt sched_pu_dt
actual_pickup_date: act_pckup_dt act_pu_dt
scheduled_delivery_date: sch_dlvry_dt sched_dlvry_dt sch_dlv_dt sched_del_dt
actual_delivery_date: act_dlvry_dt act_dlv_dt act_del_dt
linehaul_charge: lnhl_chrg lh_chrg
fuel_surcharge: fsc_chrg fsc_amt fsc
accessorial_charge: acc_chrg accs_chrg
total_charge: tot_chrg tot_chrg_amt
signed_by: pod_sgnd_by sgnd_by
on_time: ontm_flg ot_flg ontm
sales_stage: sls_stg
opportunity: opty oppt
weighted_revenue: wtd_rev_amt wtd_rev
estimated_revenue: est_rev_amt est_rev
expected_close_date: exp_cls_dt est_cls_dt
actual_close_date: act_cls_dt
competitor_name: comptr_nm cmptr_nm
job_title: cntct_ttl job_ttl
last_activity_date: lst_act_dt last_act_dt lst_actv_dt
last_contact_date: lst_cntct_dt
industry: indstry indstr
salesperson: slsrep sls_rep slspsn sls_psn slsmn rep_nm
sales_representative: sls_rep_nm
order_quantity: qtyord ordqty
quantity_shipped: qtyshp shpqty
quantity_backordered: qtybo
unit_price: unitprc unitpr untprc
discount_percent: discpct
extended_price: extprc extpr
payment_terms: termscd terms_cd trms_cd
customer_name: custname custnm
interest_paid: int_pd int_paid
principal_paid: prin_pd
claim_amount: clm_amt
billed_amount: bil_amt bld_amt billd_amt
employer: emplr emplyr
beneficiary_name: benef_nm bene_nm
effective_date: efctv_dt effctv_dt
expiry_date: expir_dt expry_dt xpr_dt
policy_status: pol_sts plcy_sts pol_stat
policyholder_name: pol_hldr_nm plcyhldr_nm
sum_insured: sum_ins sum_insrd
room: rm
nights: nts
guest_name: gst_nm
guest: gst
check_in_date: chkin_dt ckin_dt
check_out_date: chkout_dt ckout_dt
student_name: stu_nm stdnt_nm std_nm
grade_point_average: gpa
teacher_name: tchr_nm instr_nm
instructor: instr
asset_number: ast_no asset_nbr ast_nbr
maintenance_date: maint_dt mnt_dt
technician_name: tchn_nm
next_maintenance_date: nxt_maint_dt nxt_mnt_dt
meter_reading: mtr_rdg
usage_kwh: usg_kwh
work_order_number: wo_nbr wo_no wo_num
scheduled_date: schd_dt sched_dt
completed_date: cmpltd_dt compl_dt comp_dt cmpl_dt
completed_at: cmpl_ts compl_ts
failed_attempts: fail_cnt fld_atmpts
retry_count: rtry_cnt
active: actv_sw act_sw
codes: cds
numbers: nos nbrs
days: dys
hours: hrs
months: mths
pieces: pcs_cnt
total_pieces: tot_pcs
pallet_count: plt_cnt pllt_cnt
"""
"""English targets, each with its abbreviations; see :func:`dictionary.parse_words`."""

PLACED_WORDS = {
    "lst": "last",
    "nxt": "next",
    "prv": "previous",
    "prev": "previous",
    "frst": "first",
    "strt": "start",
    "act": "actual",
    "sch": "scheduled",
    "sched": "scheduled",
    "est": "estimated",
    "exp": "expected",
    "pln": "planned",
}
"""First words of names of moments that mean something else elsewhere: ``lst_stmt_dt``."""

CURRENT_WORDS = frozenset(("cur", "curr", "crnt"))
"""Words that mean "current" before another, unless that is one of :data:`CURRENCY_TAILS`."""

CURRENCY_TAILS = frozenset("cd code typ type sym symbol nm name iso id".split())

MOMENT_TAILS = frozenset("dt dte date ts tm dttm time tmst".split())
"""Last words of names of moments."""
