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
45 respon* repl* owner_reply seller_reply
60 second_driver co_signer co_borrower guarantor referral_code referred_by referrer_id visa_number
60 loyalty_number frequent_flyer_number meal_preference dietary_requirements dietary_restriction
60 medical_conditions pre_existing_conditions po_number purchase_order landmark illustrator
60 translator featured_artist featured_artists series_name trailer_url awards pronouns thesis_title
60 minor honors honours advisor co_author coauthors quoted_post_id retweet_of repost_of box_office
60 stock_options bonus commission easter_egg hashtag mood alt_text waiver exemption_code footnote
50 age_restriction age_limit min_age minimum_age limit max_uses usage_limit per_user_limit quota
40 subtitle_url caption tags_text lyrics lyrics_url record_label composer neighbourhood neighborhood
40 suburb county company_name gpa degree dependents religion ethnicity warranty_months mpn ean upc
40 serial_number model_number dimensions floor seat seat_number gate terminal altitude ip_address
40 user_agent device_id budget keywords amenities nickname_of sponsor_name coach_name captain
25 *_notes *_note *_comment *_comments *_remarks *_memo *_instructions *_url *_link *_image *_photo
25 *_logo *_video *_handle *_website *_fax *_ext *_description *_bio *_hint *_id *_ref *_caption
25 *_feedback *_nickname *_alias
"""
"""How many records, in per cent, lack a field that may be None; ``*`` stands for any words."""


def find_sparse_share(name: str) -> tuple[str, int]:
    """Return the group of the optional field *name*, and how many records, in per cent, lack it.

    The fields of a group, such as those of an emergency contact, are there together.
    """
    whole, starts, ends = _load_shares()
    if name in whole:
        return name, whole[name]
    by_start = next(
        (row for row in starts if name.startswith(row[0])),
        ("", 0),
    )
    by_end = next(
        (share for end, share in ends if name.endswith(end)),
        0,
    )
    return by_start if by_start[1] or not by_end else (name, by_end)


Shares = list[tuple[str, int]]


@lru_cache(maxsize=1)
def _load_shares() -> tuple[dict[str, int], Shares, Shares]:
    """Return the shares of whole names, of beginnings and of ends of names."""
    whole: dict[str, int] = {}
    starts: Shares = []
    ends: Shares = []
    for line in filter(None, SPARSE_NAMES.split("\n")):
        share, *names = line.split()
        for name in names:
            if name.endswith("*"):
                starts.append((name[:-1], int(share)))
            elif name.startswith("*"):
                ends.append((name[1:], int(share)))
            else:
                whole[name] = int(share)
    return whole, starts, ends
