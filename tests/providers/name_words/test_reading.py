"""What abbreviated and foreign names mean in plain English."""

from __future__ import annotations

import pytest

from pytest_fixturegen.providers.name_words.dictionary import (
    LANGUAGES,
    load_dictionary,
    translate_word,
)
from pytest_fixturegen.providers.name_words.reading import read_names


def read(names, model="record", **options):
    """Return the plain names of a record with the fields *names*."""
    fields = tuple(names.split())
    reading = read_names(model, model, fields, **options)
    return [reading.names.get(name, name) for name in fields]


ABBREVIATED = """
f_nm first_name
l_nm last_name
cust_nm customer_name
gndr gender
mar_stat marital_status
emg_cntct emergency_contact
ctry_cd country_code
crt_dt created_date
upd_by updated_by
del_flg is_deleted
tot_amt total_amount
hrly_rt hourly_rate
custname customer_name
zip_cd postal_code
orderno order_no
str_name name
int_rt interest_rate
rqstr_nm requester_name
bdrms bedrooms
dlv_dt delivered_date
custzip customer_zip
lst_pmt_dt last_payment_date
lst_stmt_dt last_statement_date
curr_chrgs current_charges
curr_cd currency_code
shpmt_no shipment_number
cnsgne_nm consignee_name
mrcht_nm merchant_name
qtyshp quantity_shipped
"""


@pytest.mark.parametrize("row", ABBREVIATED.strip().splitlines())
def test_abbreviations_are_expanded(row):
    name, plain = row.split()
    assert read(name) == [plain]


@pytest.mark.parametrize(
    "name", "lat qty email dob num_points ttl soil_ph validation creation_date class_name".split()
)
def test_names_that_mean_something_stay(name):
    assert read(f"{name} soil water validation_result")[0] == name


def test_the_names_around_it_tell_what_an_abbreviation_means():
    assert read("st city zip")[0] == "state"
    assert read("st state city")[0] == "street"
    assert read("st qty")[0] == "status"
    assert read("ext phone")[0] == "phone_extension"


FOREIGN = {
    "sv": (
        "förnamn personnummer födelsedatum postnummer betalsätt antal_barn",
        "first_name personnummer birth_date postal_code payment_method number_of_children",
    ),
    "de": (
        "geburtsdatum rechnungsnr straße kundennummer gemessen_am geaendert_am",
        "birth_date invoice_number street customer_number measured_at updated_at",
    ),
    "fr": (
        "prénom date_naissance montant_ht code_client date_echeance nom_produit_facture",
        "first_name birth_date net_amount customer_code due_date invoice_product_name",
    ),
    "es": (
        "fecha_nacimiento apellido_paterno correo precio_unitario codigo_postal nombre_cliente",
        "birth_date last_name email unit_price postal_code customer_name",
    ),
    "pt": (
        "data_nascimento sobrenome endereco preco_unitario cep",
        "birth_date last_name address unit_price postal_code",
    ),
    "it": ("data_nascita cognome indirizzo prezzo", "birth_date last_name address price"),
    "nl": ("geboortedatum achternaam huisnummer", "birth_date last_name house_number"),
    "ja": (
        "氏名 生年月日 郵便番号 顧客番号 登録日時",
        "full_name birth_date postal_code customer_number created_at",
    ),
}


@pytest.mark.parametrize("language", FOREIGN)
def test_names_of_a_language_are_recognised(language):
    names, plain = FOREIGN[language]
    assert read(names) == plain.split()
    assert read(names, language=language) == plain.split()
    assert read_names("x", "x", tuple(names.split())).language == language


def test_inflected_words_are_read():
    assert read("kundens_namn gästens_namn", language="sv") == ["customer_name", "guest_name"]


def test_a_letter_before_all_names_is_a_prefix():
    names = read("c_phone c_mktsegment c_addr c_custno")
    assert names[2:] == ["address", "customer_number"]


def test_romaji_and_accents_do_not_matter():
    assert read("shimei todofuken yubin_bango") == ["full_name", "prefecture", "postal_code"]
    assert read("fornamn fodelsedatum") == ["first_name", "birth_date"]


def test_an_english_word_stays_english_in_an_english_record():
    assert read("land kind art tag total", locale="de") == "land kind art tag total".split()
    assert read("land vorname nachname")[0] == "country"
    assert read("land ort", language="sv") == ["country", "city"]


def test_english_leaves_foreign_names_alone():
    assert read("förnamn", language="en") == ["förnamn"]


def test_names_of_a_class_are_read_too():
    assert read_names("cust_mst", "cust_mst", ("cust_no",)).model == "customer_master"
    assert read_names("ligne_facture", "facture", ("quantite", "prix")).model == "invoice_line"


def test_statuses_are_translated():
    words = {"bezahlt": "paid", "livré": "delivered", "aktiv": "active", "cancelado": "cancelled"}
    assert {word: translate_word(word) for word in words} == words
    assert translate_word("In Bearbeitung") == "in_progress"
    assert translate_word("shipped") == "shipped"


@pytest.mark.parametrize("language", LANGUAGES)
def test_dictionaries_are_large_and_folded(language):
    words = load_dictionary(language).words
    assert len(words) >= 150
    assert all(word == word.lower() for word in words)


COMPOUNDS = """
de genehmigungsdatum approved_date
de schadenhergang description_of_loss
de quellendatum quellen_date
sv återbetalningsbelopp refund_amount
sv är_godkänd is_approved
fr motif_départ termination_reason
es cuenta_bancaria iban
pt data_cancelamento cancelled_at
ja kouza_bangou account_number
ja koza_bango account_number
ja 消費税額 tax_amount
"""


@pytest.mark.parametrize("row", COMPOUNDS.strip().splitlines())
def test_words_of_a_language_are_read_in_each_spelling(row):
    language, name, plain = row.split()
    assert read(name, language=language) == [plain]


STATES = """
zurückgezogen withdrawn
入金待ち awaiting_payment
出荷済み shipped
en_separacao preparing
non_honoré no_show
"""


@pytest.mark.parametrize("row", STATES.strip().splitlines())
def test_states_of_a_language_are_read(row):
    state, plain = row.split()
    assert translate_word(state) == plain


def test_words_that_only_look_short_stay():
    assert read("spent discard trust") == ["spent", "discard", "trust"]
