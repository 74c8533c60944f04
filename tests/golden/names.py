"""Names of fields that the generator recognizes, by family and kind of value."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

from pydantic import EmailStr, HttpUrl

NAMES: dict[tuple[str, str], str] = {
    ("prose", "str"): """
        description summary details overview abstract excerpt synopsis desc
        short_description long_description comment note notes message remarks remark
        feedback review review_text comments instructions text reply answer response
        reason caption explanation observation memo quote body content article_body
        post_body message_body html markdown story question bio biography about about_me
        profile_text introduction headline subject heading post_title article_title
        subtitle tagline slogan word label keyword tag tag_name topic hashtag interest
        skill hobby table_name class_name field_name tool_name project_name team_name
        group_name event_title event_name project team channel_name list_name course_name
        campaign campaign_name
    """,
    ("commerce", "decimal"): """
        list_price shipping_cost shipping_fee fee shipping tip delivery_fee service_fee
        balance revenue credit debit payment deposit paid_amount budget spent credit_limit
        income expense profit salary annual_salary wage base_salary hourly_rate discount
        discount_percent discount_percentage discount_rate percent percentage pct progress
        completion completeness humidity battery_level battery probability confidence
        likelihood ratio share accuracy rate interest_rate commission_rate exchange_rate
        conversion_rate rating stars review_rating star_rating average_rating avg_rating
        score points grade weight mass weight_kg height width depth length thickness
        diameter height_cm width_cm depth_cm length_cm distance distance_km odometer
        odometer_km odometer_reading mileage mileage_km area square_meters floor_area
        speed temperature temp temperature_c temperature_celsius pressure voltage altitude
        elevation duration duration_seconds duration_sec elapsed elapsed_seconds
        timeout_seconds duration_ms elapsed_ms latency latency_ms response_time
        response_time_ms minutes duration_hours hours
    """,
    ("commerce", "float"): """
        list_price shipping_cost shipping_fee fee shipping tip delivery_fee service_fee
        balance revenue credit debit payment deposit paid_amount budget spent credit_limit
        income expense profit salary annual_salary wage base_salary hourly_rate discount
        discount_percent discount_percentage discount_rate percent percentage pct progress
        completion completeness humidity battery_level battery probability confidence
        likelihood ratio share accuracy rate interest_rate commission_rate exchange_rate
        conversion_rate rating stars review_rating star_rating average_rating avg_rating
        score points grade weight mass weight_kg height width depth length thickness
        diameter height_cm width_cm depth_cm length_cm distance distance_km odometer
        odometer_km odometer_reading mileage mileage_km area square_meters floor_area
        speed temperature temp temperature_c temperature_celsius pressure voltage altitude
        elevation duration duration_seconds duration_sec elapsed elapsed_seconds
        timeout_seconds duration_ms elapsed_ms latency latency_ms response_time
        response_time_ms minutes duration_hours hours
    """,
    ("commerce", "int"): """
        list_price shipping_cost shipping_fee fee shipping tip delivery_fee service_fee
        balance revenue credit debit payment deposit paid_amount budget spent credit_limit
        income expense profit salary annual_salary wage base_salary hourly_rate discount
        discount_percent discount_percentage percent percentage pct progress completion
        completeness humidity battery_level battery rate interest_rate commission_rate
        count number_of_items item_count units pieces seats guests participants capacity
        stock in_stock_quantity inventory stock_quantity stock_level available
        quantity_available units_in_stock views likes shares downloads followers following
        clicks impressions plays visits view_count like_count download_count
        follower_count comment_count share_count reply_count rating stars review_rating
        star_rating average_rating avg_rating score points grade weight mass weight_kg
        height width depth length thickness diameter height_cm width_cm depth_cm length_cm
        distance distance_km odometer odometer_km odometer_reading mileage mileage_km area
        square_meters floor_area speed temperature temp temperature_c temperature_celsius
        pressure altitude elevation priority level position rank index ordinal sequence
        sort_order display_order line_number row floor floors bedrooms bathrooms rooms
        duration duration_seconds duration_sec elapsed elapsed_seconds timeout_seconds
        duration_ms elapsed_ms latency latency_ms response_time response_time_ms minutes
        duration_hours hours size file_size size_bytes file_size_bytes bytes
        content_length pages page_count number_of_pages word_count years_of_experience
        years_experience experience_years employees employee_count number_of_employees
        headcount
    """,
    ("commerce", "str"): """
        product product_name item item_name product_title goods article_name company
        company_name organization organisation organization_name business_name firm vendor
        supplier manufacturer merchant seller_company shop_name store_name publisher
        client carrier agency employer brand brand_name make department department_name
        dept division category category_name product_category section industry sector
        color colour color_name material status order_status task_status role user_role
        priority severity urgency importance plan tier plan_name subscription_plan
        payment_method payment_type unit unit_of_measure uom size clothing_size shape
    """,
    ("pursuits", "float"): """
        bpm tempo heart_rate pulse resting_heart_rate
    """,
    ("pursuits", "int"): """
        bpm tempo track_number track_no disc_number episode episode_number season
        season_number heart_rate pulse resting_heart_rate
    """,
    ("pursuits", "str"): """
        album album_name album_title playlist playlist_name song song_name song_title
        track_name track_title movie movie_name movie_title film film_title series_name
        show_name podcast podcast_name episode_title game_title genre genre_name
        music_genre isrc lyrics transcript skill skill_name expertise competency allergy
        allergen allergen_name medication medication_name medicine drug drug_name room
        room_number room_no office_number meeting_room classroom office office_location
        blood_pressure
    """,
    ("bodies", "decimal"): """
        bmi body_mass_index body_height body_height_cm body_weight body_weight_kg
    """,
    ("bodies", "float"): """
        bmi body_mass_index body_height body_height_cm body_weight body_weight_kg
    """,
    ("bodies", "int"): """
        bmi body_mass_index body_height body_height_cm body_weight body_weight_kg
    """,
    ("sums", "decimal"): """
        quantity qty price unit_price selling_price retail_price price_per_unit cost
        unit_cost purchase_price cost_price wholesale_price sale_price discounted_price
        special_price offer_price line_total total_price total_cost price_total
        line_amount item_total extended_price subtotal sub_total net net_amount net_total
        total_net total_before_tax tax tax_amount vat_amount tax_total vat total_tax total
        grand_total total_amount invoice_total order_total cart_total amount_due gross
        gross_amount total_gross gross_total amount tax_rate vat_rate tax_percent
        vat_percent tax_percentage
    """,
    ("sums", "float"): """
        quantity qty price unit_price selling_price retail_price price_per_unit cost
        unit_cost purchase_price cost_price wholesale_price sale_price discounted_price
        special_price offer_price line_total total_price total_cost price_total
        line_amount item_total extended_price subtotal sub_total net net_amount net_total
        total_net total_before_tax tax tax_amount vat_amount tax_total vat total_tax total
        grand_total total_amount invoice_total order_total cart_total amount_due gross
        gross_amount total_gross gross_total amount tax_rate vat_rate tax_percent
        vat_percent tax_percentage
    """,
    ("sums", "int"): """
        quantity qty price unit_price selling_price retail_price price_per_unit cost
        unit_cost purchase_price cost_price wholesale_price sale_price discounted_price
        special_price offer_price line_total total_price total_cost price_total
        line_amount item_total extended_price subtotal sub_total net net_amount net_total
        total_net total_before_tax tax tax_amount vat_amount tax_total vat total_tax total
        grand_total total_amount invoice_total order_total cart_total amount_due gross
        gross_amount total_gross gross_total amount tax_rate vat_rate tax_percent
        vat_percent tax_percentage
    """,
    ("codes", "str"): """
        sku article_number item_number part_number product_code item_code sku_code
        model_number mpn ean ean13 barcode gtin gtin13 bar_code upc upc_code gtin12 ean8
        gtin8 isbn isbn13 iban iban_number vin vin_number vehicle_identification_number
        chassis_number bic swift swift_code bic_code swift_bic card_number credit_card
        credit_card_number cc_number card pan cvv cvc cvv2 security_code card_type
        card_brand payment_network last4 last_four card_last4 invoice_number invoice_no
        invoice_num invoice_ref order_number order_no order_num order_ref ticket_number
        case_number ticket_no customer_number client_number account_number acct_number
        member_number employee_number staff_number badge_number employee_code
        tracking_number tracking_code shipment_number tracking_no reference
        reference_number ref ref_no reference_code serial_number serial serial_no
        device_serial booking_reference confirmation_code confirmation_number pnr
        reservation_code booking_code code coupon coupon_code promo_code voucher
        discount_code voucher_code invite_code referral_code otp license_plate plate
        plate_number registration_plate vat_number vat_id tax_id tax_number vat
        passport_number id_number license_number permit_number policy_number
    """,
    ("web", "int"): """
        port port_number status_code http_status response_code http_status_code
    """,
    ("web", "str"): """
        id uuid guid _id uid pk identifier external_id correlation_id request_id
        session_id trace_id transaction_id device_id slug permalink url_slug url uri link
        href website_url web_page page_url source_url canonical_url permalink_url website
        homepage home_page site web blog blog_url site_url portfolio image image_url
        avatar avatar_url photo photo_url picture thumbnail logo logo_url img icon_url
        thumbnail_url picture_url profile_picture profile_image profile_image_url cover
        cover_image cover_url callback callback_url webhook webhook_url endpoint
        endpoint_url redirect_uri redirect_url domain domain_name hostname host host_name
        server server_name ip ip_address ipv4 ip_addr client_ip remote_addr remote_ip
        source_ip ipv4_address ipv6 ipv6_address mac mac_address user_agent useragent path
        file_path filepath filename file_name file attachment document_name folder
        directory dir folder_name mime_type content_type mimetype media_type extension
        file_extension file_ext ext version app_version software_version api_version
        firmware firmware_version release hash sha256 checksum digest content_hash
        file_hash password_hash md5 etag fingerprint sha1 commit commit_hash commit_sha
        sha token api_key access_token refresh_token secret_key secret auth_token
        api_token client_secret private_key hex_color color_hex hex_colour
        background_color text_color hex method http_method request_method verb protocol os
        operating_system platform browser device device_type environment env log_level
        loglevel event_type event
    """,
    ("web", "url"): """
        url uri link href website_url web_page page_url source_url canonical_url
        permalink_url website homepage home_page site web blog blog_url site_url portfolio
        image image_url avatar avatar_url photo photo_url picture thumbnail logo logo_url
        img icon_url thumbnail_url picture_url profile_picture profile_image
        profile_image_url cover cover_image cover_url callback callback_url webhook
        webhook_url endpoint endpoint_url redirect_uri redirect_url
    """,
    ("schedules", "date"): """
        start start_at end_at starts starts_at ends_at begin begin_at finish_at begins
        begins_at finishes_at start_time start_datetime departure departure_at arrival_at
        departure_time departs departs_at arrives_at opens opens_at closes_at opening_time
        open_time start_date date_from from_date check_in checkin checkin_at checkout_at
        check_in_date pickup_date period_start valid_from effective_from effective_date
        contract_start since since_at until_at due due_at due_by payment_due expiry
        expires_on expiry_date expire_at renewal_date warranty_until expiration_time
        exp_date expiry_month_year scheduled_at scheduled_date next_run appointment
        next_payment_date eta appointment_date follow_up_date next_appointment birth_date
        date_of_birth born
    """,
    ("schedules", "datetime"): """
        start start_at end_at starts starts_at ends_at begin begin_at finish_at begins
        begins_at finishes_at start_time start_datetime departure departure_at arrival_at
        departure_time departs departs_at arrives_at opens opens_at closes_at opening_time
        open_time start_date date_from from_date check_in checkin checkin_at checkout_at
        check_in_date pickup_date period_start valid_from effective_from effective_date
        contract_start since since_at until_at due due_at due_by payment_due expiry
        expires_on expiry_date expire_at renewal_date warranty_until expiration_time
        exp_date expiry_month_year scheduled_at scheduled_date next_run appointment
        next_payment_date eta appointment_date follow_up_date next_appointment birth_date
        date_of_birth born
    """,
    ("schedules", "float"): """
        start_at end_at starts_at ends_at begin_at finish_at begins_at finishes_at
        start_time start_datetime departure_at arrival_at departure_time departs_at
        arrives_at opens_at closes_at opening_time open_time start_date date_from
        from_date check_in checkin_at checkout_at check_in_date pickup_date period_start
        valid_from effective_from effective_date contract_start since_at until_at
        duration_minutes flight_duration_minutes due_ts expires_ts expire_at age_years
    """,
    ("schedules", "int"): """
        start_at end_at starts_at ends_at begin_at finish_at begins_at finishes_at
        start_time start_datetime departure_at arrival_at departure_time departs_at
        arrives_at opens_at closes_at opening_time open_time start_date date_from
        from_date check_in checkin_at checkout_at check_in_date pickup_date period_start
        valid_from effective_from effective_date contract_start since_at until_at
        duration_minutes flight_duration_minutes due_ts expires_ts expire_at age_years
        birth_year year founded_year release_year exp_year expiration_year exp_month
        birth_month day_of_month hours_of_day
    """,
    ("schedules", "str"): """
        start_at end_at starts_at ends_at begin_at finish_at begins_at finishes_at
        start_time start_datetime departure_at arrival_at departure_time departs_at
        arrives_at opens_at closes_at opening_time open_time start_date date_from
        from_date check_in checkin_at checkout_at check_in_date pickup_date period_start
        valid_from effective_from effective_date contract_start since_at until_at due
        due_at due_by payment_due expires_on expiration_date expiry valid_thru card_expiry
        next_billing_date estimated_delivery delivery_estimate follow_up next_visit
        scheduled_at scheduled_date birthday birthdate dob born_on day_of_week month_name
    """,
    ("schedules", "time"): """
        start start_at end_at starts starts_at ends_at begin begin_at finish_at begins
        begins_at finishes_at start_time start_datetime departure departure_at arrival_at
        departure_time departs departs_at arrives_at opens opens_at closes_at opening_time
        open_time start_date date_from from_date check_in checkin checkin_at checkout_at
        check_in_date pickup_date period_start valid_from effective_from effective_date
        contract_start since since_at until_at
    """,
    ("schedules", "timedelta"): """
        duration trip_duration flight_duration travel_time
    """,
    ("places", "decimal"): """
        latitude lat longitude lng lon long
    """,
    ("places", "float"): """
        latitude lat longitude lng lon long
    """,
    ("places", "str"): """
        city town hometown municipality city_name locality birthplace birth_place
        place_of_birth origin departure_city departure_airport_city destination
        arrival_city arrival_airport_city state province region county state_name
        prefecture state_province state_or_province state_code province_code region_code
        state_abbr postal_code postcode zip zip_code zipcode post_code postalcode plz
        country country_name country_code country_iso iso_country country_alpha2
        country_iso2 country_alpha3 country_iso3 country_of_origin made_in nationality
        citizenship manufactured_in country_of_birth origin_country nationality_code
        phone_prefix phone_code dial_code dialing_code calling_code country_calling_code
        phone_country_code street_name road street street_address address_line1
        address_line_1 address_line address1 street1 line1 line_1 addr1 address_line2
        address_line_2 address2 street2 line2 line_2 apartment unit_number suite
        house_number street_number building_number address full_address postal_address
        mailing_address formatted_address location_address location venue venue_name
        timezone time_zone tz tz_name timezone_name currency currency_code currency_iso
        currency_symbol currency_name locale locale_code language_tag lang_code language
        lang language_code preferred_language continent
    """,
    ("contacts", "EmailStr"): """
        email e_mail mail email_address mail_address e_mail_address
    """,
    ("contacts", "str"): """
        email e_mail mail email_address mail_address e_mail_address username user_name
        login login_name handle screen_name account_name userid user_handle slack_handle
        twitter_handle github_handle instagram_handle discord_handle telegram_handle
        mastodon_handle social_handle phone telephone phone_number telephone_number tel
        phone_no fax fax_number landline mobile mobile_phone mobile_number cell cell_phone
        cellphone msisdn whatsapp
    """,
    ("people", "str"): """
        first_name firstname given_name forename fname last_name lastname surname
        family_name lname full_name fullname real_name legal_name person_name display_name
        owner_name cardholder_name author editor writer speaker organizer instructor
        teacher mentor owner reviewer assignee reporter supervisor manager doctor
        physician artist director composer cardholder account_holder sender recipient
        requester approver attendee participant guest created_by updated_by modified_by
        approved_by assigned_to reported_by signed_by uploaded_by middle_name second_name
        prefix salutation honorific name_prefix name_suffix gender sex nickname nick_name
        alias preferred_name initials job_title job occupation profession job_position
        position_title password passphrase passwd ssn social_security_number
        social_security marital_status civil_status blood_type blood_group
    """,
    ("lifeline", "date"): """
        date_created registered_at joined_on ordered_date opened_time submitted_ts
        requested_timestamp issued_epoch added_ms hired_datetime date_placed reported_at
        purchased_on enrolled_date recorded_time occurred_ts logged_timestamp
        measured_epoch sampled_ms observed_datetime date_invoiced invited_at founded_on
        ordered enrolled date_confirmed verified_at activated_on approved_date
        accepted_time acknowledged_ts validated_timestamp authorized_epoch authorised_ms
        signed_datetime date_paid assigned_at charged_on queued_date triggered_time
        reviewed_ts date_published started_at sent_on shipped_date dispatched_time
        processed_ts deployed_timestamp released_epoch launched_ms executed_datetime
        date_uploaded started date_delivered received_at completed_on finished_date
        ended_time resolved_ts fulfilled_timestamp returned_epoch refunded_ms
        settled_datetime delivered date_updated modified_at edited_on changed_date
        revised_time renewed_ts date_last_seen last_login_at last_active_on last_used_date
        last_accessed_time last_activity_ts last_logged_in_timestamp accessed_epoch
        read_ms viewed_datetime date_seen last_login date_archived closed_at cancelled_on
        canceled_date suspended_time deactivated_ts disabled_timestamp terminated_epoch
        blocked_ms banned_datetime archived date_deleted removed_at purged_on
        destroyed_date last_updated issue_date entry_date termination_date event_timestamp
    """,
    ("lifeline", "datetime"): """
        date_created created_ts date_registered registered_ts date_joined joined_ts
        date_ordered ordered_ts date_opened opened_ts date_submitted submitted_ts
        date_requested requested_ts date_issued issued_ts date_added added_ts date_hired
        hired_ts date_posted posted_ts date_placed placed_ts date_reported reported_ts
        date_purchased purchased_ts date_enrolled enrolled_ts date_recorded recorded_ts
        date_occurred occurred_ts date_logged logged_ts date_measured measured_ts
        date_sampled sampled_ts date_observed observed_ts date_captured captured_ts
        date_invoiced invoiced_ts date_invited invited_ts date_founded founded_ts created
        submitted posted recorded observed date_confirmed confirmed_ts date_verified
        verified_ts date_activated activated_ts date_approved approved_ts date_accepted
        accepted_ts date_acknowledged acknowledged_ts date_validated validated_ts
        date_authorized authorized_ts date_authorised authorised_ts date_signed signed_ts
        confirmed acknowledged date_paid paid_ts date_assigned assigned_ts date_charged
        charged_ts date_queued queued_ts date_triggered triggered_ts date_reviewed
        reviewed_ts paid reviewed published_time published_datetime started_time
        started_datetime sent_time sent_datetime shipped_time shipped_datetime
        dispatched_time dispatched_datetime processed_time processed_datetime
        deployed_time deployed_datetime released_time released_datetime launched_time
        launched_datetime executed_time executed_datetime emailed_time emailed_datetime
        uploaded_time uploaded_datetime dispatched executed delivered_on delivered_epoch
        received_on received_epoch completed_on completed_epoch finished_on finished_epoch
        ended_on ended_epoch resolved_on resolved_epoch fulfilled_on fulfilled_epoch
        returned_on returned_epoch refunded_on refunded_epoch settled_on settled_epoch
        answered_on answered_epoch completed returned updated_at updated_timestamp
        modified_at modified_timestamp edited_at edited_timestamp changed_at
        changed_timestamp revised_at revised_timestamp renewed_at renewed_timestamp
        modified date_last_seen last_seen_ts date_last_login last_login_ts
        date_last_active last_active_ts date_last_used last_used_ts date_last_accessed
        last_accessed_ts date_last_activity last_activity_ts date_last_logged_in
        last_logged_in_ts date_accessed accessed_ts date_read read_ts date_viewed
        viewed_ts date_synced synced_ts date_seen seen_ts last_seen last_activity synced
        archived_date archived_ms closed_date closed_ms cancelled_date cancelled_ms
        canceled_date canceled_ms suspended_date suspended_ms deactivated_date
        deactivated_ms disabled_date disabled_ms terminated_date terminated_ms
        blocked_date blocked_ms banned_date banned_ms revoked_date revoked_ms canceled
        blocked deleted_on deleted_epoch removed_on removed_epoch purged_on purged_epoch
        destroyed_on destroyed_epoch purged last_update last_updated_on hire_date
        report_date payment_date ship_date termination_date moment unix_timestamp
    """,
    ("lifeline", "float"): """
        date_created joined_date opened_timestamp requested_datetime hired_on placed_ts
        purchased_ms occurred_at measured_time observed_epoch date_invited confirmed_date
        activated_timestamp accepted_datetime authorized_on signed_ts assigned_ms
        triggered_at published_time sent_epoch date_processed released_date
        executed_timestamp uploaded_datetime completed_on ended_ts fulfilled_ms settled_at
        updated_time edited_epoch date_renewed last_login_date last_used_timestamp
        last_activity_datetime read_on synced_ts archived_ms canceled_at deactivated_time
        terminated_epoch date_revoked removed_date destroyed_timestamp release_date
    """,
    ("lifeline", "int"): """
        date_created registered_date joined_timestamp ordered_datetime submitted_on
        requested_ts issued_ms hired_at posted_time placed_epoch date_purchased
        enrolled_date recorded_timestamp occurred_datetime measured_on sampled_ts
        observed_ms invoiced_at invited_time founded_epoch date_verified activated_date
        approved_timestamp accepted_datetime validated_on authorized_ts authorised_ms
        paid_at assigned_time charged_epoch date_triggered reviewed_date
        published_timestamp started_datetime shipped_on dispatched_ts processed_ms
        released_at launched_time executed_epoch date_uploaded delivered_date
        received_timestamp completed_datetime ended_on resolved_ts fulfilled_ms
        refunded_at settled_time answered_epoch date_modified edited_date
        changed_timestamp revised_datetime last_seen_on last_login_ts last_active_ms
        last_accessed_at last_activity_time last_logged_in_epoch date_read viewed_date
        synced_timestamp seen_datetime closed_on cancelled_ts canceled_ms deactivated_at
        disabled_time terminated_epoch date_banned revoked_date deleted_timestamp
        removed_datetime destroyed_on invoice_date payment_date ts
    """,
    ("lifeline", "str"): """
        date_created registered_at joined_on ordered_date opened_time submitted_ts
        requested_timestamp issued_epoch added_ms hired_datetime date_placed reported_at
        purchased_on enrolled_date recorded_time occurred_ts logged_timestamp
        measured_epoch sampled_ms observed_datetime date_invoiced invited_at founded_on
        confirmed_date verified_time activated_ts approved_timestamp accepted_epoch
        acknowledged_ms validated_datetime date_authorised signed_at paid_on assigned_date
        charged_time queued_ts triggered_timestamp reviewed_epoch published_ms
        started_datetime date_shipped dispatched_at processed_on deployed_date
        released_time launched_ts executed_timestamp emailed_epoch uploaded_ms
        delivered_datetime date_completed finished_at ended_on resolved_date
        fulfilled_time returned_ts refunded_timestamp settled_epoch answered_ms
        updated_datetime date_edited changed_at revised_on renewed_date last_seen_time
        last_login_ts last_active_timestamp last_used_epoch last_accessed_ms
        last_activity_datetime date_accessed read_at viewed_on synced_date seen_time
        archived_ts closed_timestamp cancelled_epoch canceled_ms suspended_datetime
        date_disabled terminated_at blocked_on banned_date revoked_time deleted_ts
        removed_timestamp purged_epoch destroyed_ms order_date sale_date delivery_date
        ts_ms
    """,
}

KIND_TYPES: dict[str, Any] = {
    "str": str,
    "int": int,
    "float": float,
    "decimal": Decimal,
    "datetime": dt.datetime,
    "date": dt.date,
    "time": dt.time,
    "timedelta": dt.timedelta,
    "url": HttpUrl,
    "EmailStr": EmailStr,
}
"""The type of a field of each kind."""

FIELDS_PER_MODEL = 20
