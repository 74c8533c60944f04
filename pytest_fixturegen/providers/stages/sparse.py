"""Optional fields that many records lack: ``middle_name``, ``notes``, ``utm_source``."""

from __future__ import annotations

from functools import lru_cache

SPARSE_NAMES = """
70 maiden_name birth_name name_suffix suffix honorific_suffix second_last_name fax fax_number
70 address_line2 address_line_2 address2 addr2 addr_2 line2 line_2 street2 apartment apt suite
70 unit_number building tatemono extension ext phone_ext remote_user gclid fbclid msclkid
70 gift_message coupon coupon_code promo_code promo discount_code voucher voucher_code
70 special_requests special_request special_instructions special_needs dietary_restrictions
70 mod1 mod2 modifier2 second_name raison_sociale superseded_by replaced_by
55 middle_name middle_initial m_init mi nickname nick_name alias preferred_name stage_name
55 query query_string querystring search_query referer http_referer referrer*
55 utm_* police_report_number police_report police_report_no internal_notes private_notes
55 next_step competitor legacy_id external_ref cover_letter assist_name assisted_by
45 ward bed
45 note notes comment comments remark remarks memo annotation annotations observations caveats
45 anteckning bemerkung bemerkungen anmerkung remarque remarques commentaire notas observaciones
45 備考 kommentar website website_url homepage homepage_url blog blog_url linkedin linkedin_url
45 twitter twitter_handle github github_url facebook instagram social_* portfolio_url preview_url
45 secondary_* alternate_* alternative_* alt_* backup_* previous_* prev_* former_* other_*
45 delivery_instructions instructions spouse_* partner_name kms_key_id lifecycle_days vat_id
45 vat_number tax_id siret siren npi mother_tag father_tag sire dam
35 parent_* reply_to* in_reply_to* replied_to* manager_id manager_email supervisor_id assignee
35 assignee_* assigned_to* estimate estimate_* estimated_hours due_date deadline follow_up*
35 cover_image cover_url banner_url thumbnail_url video_url image_url attachment attachments
35 battery_level battery battery_percent battery_pct entity_name old_values new_values before after
35 reports_to sponsor mentor agent_id affiliate_id campaign_id discount discount_* tip allergies
35 medications medical_notes warning warnings constraints
20 description bio biography about about_me summary subtitle tagline avatar avatar_url photo
20 photo_url picture image logo logo_url emergency_* preferred_* insurance_* primary_physician
20 phone phone_number mobile mobile_phone telephone company current_company employer job_title
20 occupation location outcome reason timer_minutes oven_* session_id trace_id correlation_id
20 user_id entity_id last_login last_login_at last_seen last_seen_at last_active_at last_used_at
20 last_accessed_at last_activity_at last_evaluated_at isbn isbn10 isbn13 weight_kg sku barcode
20 public_ip country_of_birth annual_revenue population
"""
"""How many records, in per cent, lack a field that may be None; ``*`` stands for any ending."""


def find_sparse_share(name: str) -> tuple[str, int]:
    """Return the group of the optional field *name*, and how many records, in per cent, lack it.

    The fields of a group, such as those of an emergency contact, are there together.
    """
    whole, starts = _load_shares()
    if name in whole:
        return name, whole[name]
    return next((row for row in starts if name.startswith(row[0])), ("", 0))


@lru_cache(maxsize=1)
def _load_shares() -> tuple[dict[str, int], list[tuple[str, int]]]:
    """Return the shares of whole names, and of beginnings of names."""
    whole: dict[str, int] = {}
    starts = []
    for line in filter(None, SPARSE_NAMES.split("\n")):
        share, *names = line.split()
        for name in names:
            if name.endswith("*"):
                starts.append((name[:-1], int(share)))
            else:
                whole[name] = int(share)
    return whole, starts
