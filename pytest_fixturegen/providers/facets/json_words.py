"""The keys of mappings and of free JSON, by the name of the field."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, NamedTuple

OBJECTS = """
location position point gps geo geolocation geo_point geo_location coordinate coordinates latlng
  last_location center centroid: latitude:float; longitude:float
address shipping_address billing_address home_address mailing_address postal_address
  delivery_address: street; city; state; postal_code; country
header headers request_headers response_headers http_headers:
  Content-Type=application/json,text/html;
  Accept=*/*; User-Agent; X-Request-ID=; Cache-Control=no-cache,max-age=3600
translation translations title_translations name_translations i18n localized locales localization:
  en!=Welcome,Good morning,Thank you; de!=Willkommen,Guten Morgen,Danke;
  fr!=Bienvenue,Bonjour,Merci; es!=Bienvenido,Buenos días,Gracias
metadata meta meta_data: source=web,mobile,api,import; version=1.0,1.1,2.0;
  retries:int=0,1,2; locale=en_US,en_GB,de_DE
setting settings preference preferences user_settings option options config configuration
  configurations: theme=light,dark,system; language=en,de,fr,sv; notifications:bool;
  page_size:int=10,20,50,100
label labels k8s_labels pod_labels selector node_selector match_labels: app=web,api,worker;
  env=production,staging; team=platform,payments,growth; tier=frontend,backend
annotation annotations: owner=platform-team,data-team; revision=1,2,3,4;
  checksum=a3f1c9,77be02,c4d81e
tag tags resource_tags: Environment=production,staging,development; Team=platform,data,payments;
  CostCenter=1001,1002,2040
env environ environment environment_variables env_vars environment_vars variables:
  LOG_LEVEL=INFO,DEBUG,WARNING; PORT=8080,8000,3000; APP_ENV=production,staging;
  DATABASE_URL=postgresql://db.example.com/app
extra extras extra_data additional_data additional_info additional_properties custom_data
  custom_fields custom_attributes: source=import,manual,api; reviewed:bool; batch:int=1,2,3,4,5
attribute attributes product_attributes property properties feature features specs specification
  specifications characteristics: color; size=S,M,L,XL; material; weight:float=0.4,1.2,2.5
traits user_properties user_attributes: plan=free,pro,team; country_code;
  signup_source=web,ads,referral;
  orders:int=0,1,2,5,12
event_properties event_data event_params: page=/home,/pricing,/checkout;
  button=buy,sign_up,search;
  value:float=9.99,24.5,49; position:int=1,2,3
context: ip_address; user_agent; locale=en_US,de_DE; page=/home,/pricing,/checkout
param params parameter parameters query_params query_parameters query querystring args arguments
  kwargs filters criteria: page:int=1,2,3; limit:int=10,20,50,100; sort=created_at,name,price;
  q=shoes,lamp,invoice
hyperparameters hyper_params model_params: learning_rate:float=0.001,0.01,0.1;
  batch_size:int=16,32,64;
  epochs:int=5,10,20; dropout:float=0.1,0.2,0.5
payload data body request_body response_body content details detail info event record document raw
  json response request message object result results output snapshot state:
  id:int=1042,2210,3381,4175; status=created,active,completed,pending;
  amount:float=19.99,45.5,120;
  created_at
change changes diff delta old_values new_values old_value new_value before after previous current
  previous_values new_data old_data: status=draft,active,closed; name; quantity:int=1,2,5,10
dimension dimensions size measurements package_dimensions: length:float=10,25,40;
  width:float=8,20,30;
  height:float=3,12,25
price prices price_list pricing rates exchange_rates: USD:float=19.99,49,99.5;
  EUR:float=18.49,45,92;
  GBP:float=15.99,39,79.5
score scores marks results_by_subject grades: quality:float=4.1,4.5,3.8;
  service:float=4.4,3.9,4.1;
  value:float=4,4.2,3.5
subscores ratings rating_breakdown category_ratings: cleanliness:float=4.2,4.6,4.8;
  location:float=4,4.5,4.9; value:float=3.8,4.1,4.4
rating_distribution rating_counts stars_distribution histogram: 5:int=120,85,240; 4:int=60,44,90;
  3:int=20,14,31; 2:int=8,5,12; 1:int=4,3,9
opening_hours hours business_hours working_hours schedule availability:
  monday=09:00-17:00,08:00-18:00;
  tuesday=09:00-17:00,08:00-18:00; friday=09:00-16:00,08:00-17:00; saturday=10:00-14:00,closed
social social_links socials social_media links social_profiles profiles: website; twitter=;
  github=
contact contacts contact_info contact_details emergency_contact: name; email; phone
person user customer author owner profile account: id:int=101,204,317; name; email
metric metrics stats statistics counters counts usage analytics summary totals:
  views:int=120,860,2400,5100;
  clicks:int=12,48,130; conversions:int=1,4,9
limit limits quota quotas resource_limits resources requests: cpu=250m,500m,1;
  memory=256Mi,512Mi,1Gi
performance timings timing latencies durations: total_ms:float=182.4,96.1,240;
  database_ms:float=40.2,12.7,88; render_ms:float=21.5,9.8,33
weights feature_weights coefficients importances feature_importance: price:float=0.42,0.31;
  age:float=0.18,0.27; region:float=0.12,0.08
probabilities class_probabilities predictions confidence_scores: positive:float=0.71,0.64,0.88;
  neutral:float=0.2,0.25,0.08; negative:float=0.09,0.11,0.04
permission permissions acl access rights grants: read=granted; write=granted,denied; delete=denied
inventory stock stock_levels stock_by_warehouse: warehouse_north:int=12,40,85;
  warehouse_south:int=5,22,60
nutrition nutrition_facts nutrients nutritional_info: calories:int=180,320,540;
  protein_g:float=6,14,28;
  fat_g:float=4,9,21; carbs_g:float=12,33,58
error errors validation_errors: email=is not a valid address; name=is required,is too long
aliases names mapping map lookup: primary=main,first; secondary=backup,second
ids external_ids identifiers integrations_ids: crm=C-10422,C-20871; erp=40017,40325;
  shop=S-883,S-912
schema json_schema request_schema response_schema input_schema output_schema:
  type=object,object; title=Order,Customer,Invoice;
  description=Fields of the request,Fields of the reply
flags feature_flags features_enabled toggles: dark_mode:bool; beta_search:bool; live_chat:bool
dependencies requirements packages versions: requests=2.32.3,2.31.0; pydantic=2.9.2,2.8.0;
  numpy=1.26.4,2.1.0
answers responses survey_responses form_data: satisfaction=very satisfied,satisfied;
  recommend=yes,no;
  comment=Fast delivery,Friendly service
skills proficiency levels: python=advanced,intermediate; sql=intermediate,beginner; excel=advanced
colors palette theme_colors: primary=#1f6feb,#0b7285; secondary=#6c757d,#495057;
  accent=#f08c00,#e8590c
billing payment payment_details payment_info: method=card,invoice; last4=4242,1881; currency
device device_info client client_info: os=iOS,Android,Windows;
  model=iPhone 15,Pixel 8,Surface Pro;
  app_version=3.2.0,3.3.1

"""
"""By the names of fields: keys, each with a kind and with values that it may have.

A key without values has those that a field of its name would have.
"""


class ObjectKey(NamedTuple):
    """A key, the *kind* of its values, and the *options* if it has a list of them.

    If *is_aligned*, all such keys of an object show the options at the same place.
    """

    name: str
    kind: str
    options: tuple[Any, ...]
    is_aligned: bool = False


READERS = {"str": str, "int": int, "float": float}


@lru_cache(maxsize=1)
def load_objects() -> dict[str, tuple[ObjectKey, ...]]:
    """Return the keys of objects by the name of the field."""
    entries: dict[str, str] = {}
    text = OBJECTS.replace("\n  ", " ")
    for line in text.strip().splitlines():
        names, _, keys = line.partition(": ")
        entries.update(dict.fromkeys(names.split(), keys))
    return {name: tuple(map(_read_key, _split_keys(keys))) for name, keys in entries.items()}


def _split_keys(keys: str) -> list[str]:
    return [key.strip() for key in keys.split(";") if key.strip()]


def _read_key(entry: str) -> ObjectKey:
    """Return the key that *entry* describes: its name, its kind and its values."""
    head, _, listed = entry.partition("=")
    name, _, kind = head.removesuffix("!").partition(":")
    kind = kind or "str"
    if kind == "bool":
        return ObjectKey(
            name,
            kind,
            (True, True, False),
        )
    texts = listed.split(",") if listed else []
    return ObjectKey(
        name,
        kind,
        tuple(map(READERS[kind], texts)),
        head.endswith("!"),
    )
