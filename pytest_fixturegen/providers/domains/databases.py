"""Databases and data pipelines: tables, columns, queries, backups, quality checks."""

from __future__ import annotations

from pytest_fixturegen.providers.domains.software_words import SHARED
from pytest_fixturegen.providers.domains.specs import (
    Spec,
    code,
    domain,
    merge,
    number,
    own_names,
    sentences,
    table,
    words,
)

COLUMNS = table(
    "database_column",
    """table_name table source_table target_table relation_name entity_table |
    column_name column field_name attribute_name source_column target_column | data_type
    column_type sql_type field_type | index_name | column_comment column_description
    description comment | is_nullable nullable | is_primary_key primary_key | constraint_name |
    default_value column_default""",
    """
    customers | id | bigint | customers_pkey | Key of the customer | false | true
        | customers_pkey | - | *2
    customers | email | varchar(255) | customers_email_key | Address for receipts | false | false
        | customers_email_key | -
    customers | created_at | timestamptz | customers_created_at_idx | Time of registration
        | false | false | customers_created_at_check | now()
    orders | id | bigint | orders_pkey | Key of the order | false | true | orders_pkey | - | *2
    orders | customer_id | bigint | orders_customer_id_idx | Buyer | false | false
        | orders_customer_id_fkey | - | *2
    orders | status | varchar(20) | orders_status_idx | Step of the order | false | false
        | orders_status_check | 'pending'
    orders | total_amount | numeric(10,2) | orders_total_amount_idx | Total with tax
        | false | false | orders_total_amount_check | 0
    order_items | quantity | integer | order_items_order_id_idx | Pieces | false | false
        | order_items_quantity_check | 1
    products | sku | varchar(40) | products_sku_key | Article number | false | false
        | products_sku_key | -
    products | description | text | products_search_idx | Text of the product page
        | true | false | products_description_check | -
    products | attributes | jsonb | products_attributes_gin | Colours, sizes and the like
        | true | false | products_attributes_check | '{}'
    payments | paid_at | timestamptz | payments_paid_at_idx | Time of the payment | true | false
        | payments_paid_at_check | -
    invoices | due_date | date | invoices_due_date_idx | Day by which to pay | false | false
        | invoices_due_date_check | -
    sessions | is_active | boolean | sessions_user_id_idx | Whether the session may be used
        | false | false | sessions_user_id_fkey | true
    events | payload | jsonb | events_created_at_brin | Data of the event | true | false
        | events_payload_check | '{}'
    """,
)

QUERIES = words(
    """SELECT id, email FROM customers WHERE created_at > $1*3|
    SELECT o.id, c.email FROM orders o JOIN customers c ON c.id = o.customer_id
    WHERE o.status = $1*3|
    UPDATE orders SET status = $1 WHERE id = $2*3|
    INSERT INTO order_items (order_id, product_id, quantity) VALUES ($1, $2, $3)*2|
    DELETE FROM sessions WHERE expires_at < now()|
    SELECT count(*) FROM events WHERE created_at >= current_date|
    SELECT status, sum(total_amount) FROM orders GROUP BY status|
    SELECT * FROM products WHERE sku = $1*2"""
)

JOBS = table(
    "data_job",
    """dag dag_id pipeline pipeline_name job job_name workflow_name etl_job flow_name task_id |
    source source_name source_system | destination destination_name target target_system sink |
    schedule cron schedule_interval cron_expression | dataset dataset_name data_asset
    model_table | job_description pipeline_description""",
    """
    daily_orders_to_warehouse | shop_postgres | warehouse | 0 2 * * * | analytics.orders
        | Copies the orders of the day. | *2
    customer_dimension | crm_api | warehouse | 30 2 * * * | analytics.dim_customer
        | Keeps the history of customers. | *2
    events_stream_to_lake | kafka | data_lake | */5 * * * * | raw.events
        | Writes events in batches of five minutes. | *2
    invoice_export | billing_mysql | sftp_finance | 0 6 * * 1-5 | finance.invoices
        | Sends invoices to accounting.
    product_feed | catalog_api | search_index | */30 * * * * | search.products
        | Updates the search index.
    ad_spend_import | ads_api | warehouse | 15 4 * * * | marketing.ad_spend
        | Loads the spend of yesterday.
    ml_feature_refresh | warehouse | feature_store | 0 3 * * * | features.customer_daily
        | Computes features for models.
    support_tickets_sync | helpdesk_api | warehouse | 0 * * * * | support.tickets
        | Loads new and changed tickets.
    """,
)

WITHIN: dict[str, Spec] = {
    "database database_name db db_name catalog": words(
        "shop_production*4|shop_staging*2|analytics*3|billing*2|identity|reporting"
    ),
    "schema schema_name db_schema": words("public*6|analytics*2|billing|audit|staging"),
    "engine db_engine database_type dialect dbms db_type": words(
        "postgresql*6|mysql*3|sqlserver|mariadb|oracle|sqlite"
    ),
    "engine_version db_version server_version": words("16.3*2|15.7*2|14.12|8.0.37*2|10.11"),
    "query sql query_text statement sql_query sql_text raw_sql query_string": QUERIES,
    "query_plan plan": words("Index Scan*5|Seq Scan*3|Bitmap Heap Scan|Nested Loop|Hash Join*2"),
    "query_type statement_type operation": words("SELECT*7|INSERT*3|UPDATE*3|DELETE"),
    "index_type": words("btree*8|gin*2|hash|brin"),
    "lock_type lock_mode": words("AccessShareLock*4|RowExclusiveLock*4|AccessExclusiveLock"),
    "isolation_level": words("read committed*6|repeatable read*2|serializable"),
    "migration migration_name migration_id": words(
        """0041_add_order_status_index|0042_create_sessions|0043_drop_legacy_invoices|
        0044_add_customer_locale|0045_backfill_totals|20250314_add_webhooks"""
    ),
    "backup_type": words("full*3|incremental*5|differential|wal"),
    "backup_name backup_file": code(
        "shop_production-2025-0[1]-1[9].dump", "analytics-2025-0[1]-2[9].dump"
    ),
    "replication_role role": words("primary*4|replica*6"),
    "relation_type constraint_type": words("primary key*3|foreign key*4|unique*3|check*2"),
    "connection_string dsn database_url": words(
        """postgresql://app@db-01.example.com:5432/shop_production|
        mysql://app@db-02.example.com:3306/billing|
        postgresql://reader@replica-01.example.com:5432/analytics"""
    ),
    "row_count rows rows_affected rows_returned record_count n_rows": number(0, 840, 4100000),
    "table_size_mb size_mb": number(1, 210, 96000),
    "cache_hit_ratio": number(0.71, 0.985, 1, 3),
    "connections active_connections": number(1, 24, 190),
    "max_connections": words("100*5|200*3|500"),
    "load_type load_mode sync_mode": words("incremental*6|full refresh*2|append*2|cdc"),
    "materialization": words("table*4|view*3|incremental*4|ephemeral"),
    "layer data_layer zone": words("raw*3|staging*3|marts*3|bronze|silver|gold"),
    "file_format format": words("parquet*6|csv*3|json*2|avro|orc"),
    "check_name quality_check expectation test_name rule_name": words(
        """not_null_customer_id|unique_order_id|accepted_values_status|row_count_above_zero|
        freshness_below_24h|total_equals_sum_of_items|valid_email_format"""
    ),
    "check_type quality_dimension dimension": words(
        "completeness*4|uniqueness*3|validity*3|freshness*2|consistency|accuracy"
    ),
    "error_message error": words(
        """duplicate key value violates unique constraint "orders_pkey"|
        deadlock detected|canceling statement due to statement timeout|
        relation "sessions" does not exist|connection limit exceeded"""
    ),
    "classification sensitivity data_classification": words(
        "internal*5|confidential*3|public*2|restricted"
    ),
    "lineage_note": sentences("{dataset} is built from {source}"),
    "owner_team steward data_owner_team": words("data platform*3|analytics*3|finance data|growth"),
}

OWN: dict[str, Spec] = {
    "sql sql_query sql_text raw_sql query_text": QUERIES,
    "column_name": COLUMNS[next(names for names in COLUMNS if names.startswith("column_name"))],
    "sql_type column_type": COLUMNS[next(names for names in COLUMNS if "sql_type" in names)],
    "cron cron_expression cron_schedule crontab": words(
        "0 2 * * *|*/5 * * * *|*/15 * * * *|0 * * * *|30 3 * * 0|0 6 * * 1-5|0 0 1 * *"
    ),
}

DOMAIN = domain(
    "databases",
    merge(
        OWN,
        own_names(
            merge(WITHIN, JOBS, COLUMNS),
            """dag_id schema_name data_type constraint_name migration_name
            connection_string""",
        ),
    ),
    merge(SHARED, WITHIN, JOBS, COLUMNS),
)
