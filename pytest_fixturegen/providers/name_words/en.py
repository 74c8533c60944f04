"""English abbreviations of names, by what they stand for."""

from __future__ import annotations

from pytest_fixturegen.providers.name_words import en_office, en_things, en_work

PEOPLE_WORDS = """
marketing: mktg
campaign: cmpgn
channel: chnl
opportunity: oppty opp
revenue: rev
budget: bdgt
building: bldg
floor: flr
room: rm
room_number: rm_no rm_num rm_nbr
apartment: apt
suite: ste
vehicle: veh vhcl
license_plate: lic_plt
license_number: lic_no lic_num lic_nbr dl_no drv_lic
driver: drvr
route: rte
passenger: psgr pax_nm pass_nm
passport_number: ppt_no pass_no pasprt_no
flight_number: flt_no flt_num
flight: flt
arrival: arvl
departure: dprt
arrival_date: arr_dt arvl_dt
departure_date: dep_dt dept_dt dprt_dt
arrival_time: arr_tm arvl_tm
departure_time: dep_tm dprt_tm
reservation: rsv resv rsvn
booking: bkg bkng
booking_reference: bkg_ref bkg_no
commit: cmit
repository: repo
header: hdr
detail: dtl
master: mst mstr
table: tbl
record: rcd recrd
history: hist
summary: smry summ
transfer: xfer trnsf
withdrawal: wdl wdrwl
customer_service_manager: =csm
hardware: =hw
software: =sw
yes_no: =yn
is_primary: prim_flg pri_flg
primary: prim prmy
secondary: scndry
previous: prev prv
next: nxt
current: curnt crnt
temporary: tmp
permanent: perm
international: intl
national: natnl
federal: fed
government: govt
street_type: st_typ
opening: opng
closing: clsg
management: mgmt
category: cat
month: mo
exchange: exch
load_1: ld1
load_5: ld5
load_15: ld15
st: state province st_cd state_cd > street | addr address addr1 city zip postcode > state |
    status
pos: store terminal sale cashier > point_of_sale | position
ind: industry sector naics > industry | indicator
prov: npi claim clm mbr member patient pt dx svc > provider | province
pt: claim clm dx mbr med hosp npi visit encounter > patient | point
stat_cd: http url request response endpoint > status_code | status
sts_cd: http url request response endpoint > status_code | status
status_cd: http url request response endpoint > status_code | status
px: claim clm dx mbr npi > procedure | price
rx: pharmacy ndc drug claim clm pt patient > prescription
proc: claim clm dx cpt npi patient pt > procedure | process
ext: phone ph telephone tel mobile work_ph phone_no fax > phone_extension | extension
exp: card cc cvv license passport policy > expiry | experience salary skill emp > experience |
    mrr churn arr > expansion | expense
orig: dest destination > origin | original
arr: dep flight airport > arrival
dep: arr flight airport > departure | deposit
conv: trial ctr clicks > conversion | conversion
res: reservation guest room > reservation | result
sec: section stock > security | seconds
comm: sales commission emp salary sal > commission | communication
pop: city country region census > population
gm: margin mrr revenue churn > gross_margin | manager
ph: soil water lab solution acid pool buffer sample wine acidity alcohol juice must brix beer
    aquarium tank turbidity chlorine nitrate blood urine pco2 lactate > ph | phone
dx: clm claim pt patient mbr npi px svc prov icd10 icd dx_cd visit enc > diagnosis
customer: cust cstmr custmr cus
employee: emp empl emplye ee
manager: mgr mngr mgmt_mgr
supervisor: supv suprv spvsr
department: dept dpt deptmt
division: divn
account: acct accnt acnt acc
organization: org orgn
company: cmpny cmpy
company_name: comp_nm co_nm co_name
vendor: vndr vend vdr
supplier: supplr splr
person: prsn pers
personnel: persnl
contact: cntct cntc contct
member: mbr membr
subscriber: subscr sbscr subr
beneficiary: benef bene bnf
dependent: depnd dpndt
patient: pnt ptnt
provider: provdr prvdr
physician: phys phy
user: usr
username: uname usrnm usr_nm user_nm usrname
password: pwd pswd passwd
owner: ownr
agent: agt agnt
broker: brkr
operator: oper
technician: technn techn
student: stu stdnt stud
teacher: tchr
first_name: fname f_nm f_name fst_nm first_nm frst_nm fnm firstnm given_nm
last_name: lname l_nm l_name lst_nm last_nm lnm lastnm surnm
middle_name: mname m_nm mid_nm middle_nm m_name
middle_initial: m_init mid_init minit =mi mid_initial middle_init
full_name: full_nm fullnm
display_name: disp_nm dsp_nm
nickname: nick_nm
name: nm nme
title: titl
suffix: sfx
prefix: pfx
birth_date: dob bdate brth_dt bday birthdt b_date birth_dt dt_of_birth
birth_place: =pob brth_plc
death_date: =dod
gender: gndr gend
gender_code: sex_cd gender_cd gndr_cd gend_cd
marital_status: mar_stat marit_stat mrtl_sts mar_sts marital_st marital_sts mrtl_stat
ethnicity: =eth ethn ethnic_cd eth_cd race_cd
nationality: natl ntnlty
language: lang lng_cd
language_code: lang_cd
social_security_number: ssn
email: eml e_addr
email_address: email_addr eml_addr emailaddr
phone: phn tel fon phno
phone_number: ph_no phn_no phone_no ph_num ph_nbr tel_no phone_nbr phone_num telno
mobile_phone: =mob mobl cell_ph cel mob_ph
mobile_number: mob_no mob_num cell_no mobile_no
fax_number: fax_no
address: addr adr addrs
address_line_1: addr1 addr_1 addr_ln1 addr_line1 addr_ln_1 adr1 street_addr1 address_1 add1
address_line_2: addr2 addr_2 addr_ln2 addr_line2 addr_ln_2 adr2 address_2 add2
street: strt
street_name: st_nm str_nm
street_address: st_addr str_addr street_addr
house_number: house_no hse_no st_no street_no
city: cty_nm cit
city_name: city_nm cty_name
county: cnty
state_code: st_cd state_cd prov_cd st_code
state: prov_st
country: ctry cntry cntry_nm
country_code: ctry_cd cntry_cd ctry_code country_cd cntry_code
country_iso2: iso2 iso_2 iso_cd2 ctry_iso2
country_iso3: iso3 iso_3 ctry_iso3
postal_code: zip_cd zipcd post_cd postal_cd pcode zip5 zipcode pstl_cd
region: rgn regn
region_code: rgn_cd reg_cd
location: loc locn
latitude: latd
longitude: longt lngtd
timezone: tz tmzn time_zn
currency: curr ccy crncy cur_cd
currency_code: curr_cd ccy_cd currency_cd cur_code curr_code ccy_code
number: num nbr numb nmbr nr
code: cd cde
identifier: ident
id: idn
key: ky
type: typ
category: catg catgy ctgry categ
class: clas
group: grp
level: lvl
grade: grd
status: sts stts stat
flag: flg
description: descr desc dscr descn dsc
comment: cmnt cmt comm_txt
comments: cmnts
notes: nts
text: txt
message: msg
reason: rsn rson
reason_code: rsn_cd
remarks: rmks rmk rmrks
value: val vl
date: dt dte
time: tm
datetime: dttm dt_tm dtm
timestamp: tmstmp tstamp timestmp
day: dy
month: mth mnth
months: mths mnths
year: yr
years: yrs
week: wk
weeks: wks
hours: hrs
hour: hr
minutes: mins
quarter: qtr
start: beg bgn
start_date: st_dt strt_dt start_dt beg_dt bgn_dt from_dt
end_date: end_dt thru_dt to_dt
created: crt crtd creat cre crea crted
created_by: crt_by crtd_by cre_by crt_usr crtd_usr created_usr cre_usr create_user
    crt_user create_usr ins_usr ins_by entered_by entrd_by
created_at: crt_dt_tm create_ts crt_ts crtd_ts cre_ts ins_ts create_dttm crt_tm crt_time
    insert_ts
created_date: crt_dt crtd_dt create_dt cre_dt crea_dt ins_dt insert_dt cr_dt
updated_by: upd_by upd_usr updt_by updt_usr mod_by mod_usr chg_by chg_usr lst_upd_by
    last_upd_by lst_upd_usr last_upd_user lst_mod_by update_user maint_by
updated_at: upd_ts updt_ts mod_ts chg_ts update_ts lst_upd_ts last_upd_ts upd_tm
    lst_upd_dttm update_dttm
updated_date: upd_dt updt_dt mod_dt chg_dt update_dt lst_upd_dt last_upd_dt lst_mod_dt
    last_mod_dt maint_dt updt_date
updated: upd updt updtd
modified: modfd
deleted: deltd dltd
deleted_date: del_dt dlt_dt
deleted_at: del_ts dlt_ts
deleted_by: del_by del_usr
is_deleted: del_flg dlt_flg del_ind deleted_flg del_flag del_yn deleted_ind
is_active: act_flg actv_flg active_flg active_ind act_ind actv_ind act_yn active_yn
active: actv
inactive: inactv
approved: aprvd apprvd appr
approved_by: appr_by aprv_by aprvd_by apprv_by
approved_date: appr_dt aprv_dt apprv_dt
received: rcvd rcv recvd recd
received_date: rcvd_dt rcv_dt recv_dt recd_dt
received_by: rcvd_by
sent: snt
shipped: shpd
shipping: shpg
shipping_date: shp_dt ship_dt
order_date: ord_dt
invoice_date: inv_dt
due_date: due_dt pay_due_dt
payment_date: pmt_dt pymt_dt pay_dt
paid_date: paid_dt pd_dt
hire_date: hire_dt hiredt hr_dt doj dt_of_joining join_dt
termination_date: term_dt sep_dt separation_dt
termination_reason: term_rsn sep_rsn
effective_date: eff_dt effdt efft_dt
expiry_date: exp_dt expr_dt expiry_dt expn_dt xpir_dt expiration_dt
renewal_date: renew_dt rnwl_dt
birth: brth
posted_date: post_dt pstd_dt
transaction_date: txn_dt trn_dt tran_dt trx_dt trans_dt
adjudicated_date: adj_dt adjud_dt
service_date: svc_dt srvc_dt =dos
service_date_from: dos_from
service_date_to: dos_to
admission_date: adm_dt admit_dt admsn_dt
discharge_date: disch_dt dschg_dt dsch_dt
open_date: opn_dt
closed_date: cls_dt clsd_dt close_dt
scheduled: sched schd schdl
expected: expctd
estimated: estd est
actual: actl
planned: plnd
requested: rqstd
required: reqd rqrd
request: req rqst
quantity: qty qnty
amount: amt amnt amout
total: tot totl
total_amount: tot_amt ttl_amt
subtotal: subtot sub_tot
gross_amount: gross_amt
tax_amount: tax_amt txamt
discount: disc dscnt dsct
discount_amount: disc_amt dscnt_amt
discount_percent: disc_pct dscnt_pct disc_pc
price: prc
unit_price: unt_prc unit_prc uprc unit_pr
unit_cost: unit_cst ucost
cost: cst
charge: chrg
charges: chrgs
allowed: alwd allwd
deductible: ded
coinsurance: coins coinsur
copayment: copay_amt
balance: bal blnc
balance_amount: bal_amt
credit: cred
credit_limit: cr_lmt cr_lim cred_lim crd_lmt cr_limit credit_lim
limit: lmt
rate: rt
percent: pct prcnt perc pcnt
percentage: pctg
ratio: rto
count: cnt
average: avg
minimum: minm
maximum: maxm
interest_rate: int_rt int_rate intr_rt
exchange_rate: exch_rt fx_rt fx_rate xchg_rt
tax_rate: tax_rt tax_pct
hourly_rate: hrly_rt hr_rt hrly_rate
annual_salary: ann_sal annl_sal yr_sal
base_salary: bas_sal base_sal
salary: sal slry
monthly_salary: mth_sal mo_sal
annual: ann annl
hourly: hrly
bonus: bns
bonus_percent: bon_pct bns_pct
commission: commsn
commission_rate: comm_pct comm_rt comm_rate
overtime_hours: ot_hrs
standard_hours: std_hrs
pto_balance: pto_bal
employment_type: ft_pt emp_typ empl_typ fulltime_parttime
position_code: pos_cd posn_cd
position_title: pos_title pos_ttl posn_title
position: posn
job_title: job_ttl
job_code: job_cd
location_code: loc_cd locn_cd
department_code: dept_cd
department_name: dept_nm
grade_code: grd_cd
cost_center: cst_ctr cost_ctr
center: cntr
transaction: txn trn trx trans tran txns
transaction_id: txn_id trn_id trx_id tran_id
transaction_type: txn_typ trx_typ tran_typ
transaction_amount: txn_amt trx_amt tran_amt
invoice: inv invc
invoice_number: inv_no inv_num inv_nbr invc_no invno
order: ord ordr
order_number: ord_no ord_num ord_nbr ordno
purchase_order: po purch_ord
purchase_order_number: po_no po_num po_nbr
payment: pmt pymt paymt
payment_method: pmt_mthd pay_mthd pay_typ pmt_typ pymt_typ pay_meth pmt_meth
payment_terms: pmt_trms pay_terms pmt_terms
product: prod prd prdct
product_name: prod_nm prd_nm
product_code: prod_cd prd_cd
item: itm
item_number: itm_no itm_nbr
part_number: prt_no prt_nbr
unit_of_measure: uom um_cd unit_meas
inventory: invy invty
warehouse: whse wh wrhs
quantity_on_hand: =qoh qty_oh
manufacturer: mfr mfg manuf mfgr
manufactured_date: mfg_dt
serial_number: =sn ser_no srl_no serial_nbr ser_num
model: mdl
version: ver vers
firmware_version: fw_ver fw_vers
weight: wt wgt
height: hgt
length: len lgth
width: wdth
depth: dpth
quality: qlty
temperature: tempr
volume: vol
size: sz
color: clr
"""
"""English targets, each with its abbreviations; see :func:`dictionary.parse_words`."""

TABLES = (en_office.WORDS, en_work.WORDS, en_things.WORDS, PEOPLE_WORDS)

WORDS = "\n" + "".join(table.lstrip() for table in TABLES)
"""All tables: of two meanings of an abbreviation, the first one counts."""
