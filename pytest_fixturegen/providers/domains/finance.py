"""Finance: banking, accounting, investments, loans, crypto assets."""

from __future__ import annotations

from pytest_fixturegen.providers.data.finance_codes import list_securities
from pytest_fixturegen.providers.domains.specs import (
    code,
    domain,
    merge,
    number,
    pick,
    sentences,
    shape,
    split,
    table,
    titles,
    words,
)

TRANSACTIONS = table(
    "bank_transaction",
    """transaction_description transaction_memo statement_description payment_description
    transaction_details transaction_text | transaction_category spending_category budget_category
    merchant_category expense_group | merchant merchant_name payee payee_name counterparty
    counterparty_name | mcc mcc_code merchant_category_code | transaction_type debit_credit
    direction entry_type_of_transaction""",
    """
    Card purchase, groceries ; Weekly groceries | Groceries | Greenleaf Market ; Corner Pantry ; \
      Harvest Foods | 5411 | Debit
    Card purchase, restaurant ; Lunch ; Dinner for two | Dining | Blue Door Bistro ; Noodle House \
      ; Taverna Olive | 5812 | Debit
    Coffee ; Card purchase, cafe | Dining | Copper Kettle Coffee ; Third Cup | 5814 | Debit
    Fuel ; Card purchase, fuel station | Transport | Northway Fuel ; Starline Gas | 5541 | Debit
    Monthly transit pass ; Train ticket | Transport | Metro Transit ; Continental Rail | 4111 | \
      Debit
    Taxi ride ; Airport ride | Transport | Citycab ; Ridely | 4121 | Debit
    Monthly rent ; Rent payment | Housing | Maple Court Apartments ; Linden Property | 6513 | Debit
    Electricity bill ; Gas bill ; Water bill | Utilities | Verdant Utilities ; City Waterworks | \
      4900 | Debit
    Internet and phone ; Mobile plan | Utilities | Silverline Telecom ; Openview Mobile | 4814 | \
      Debit
    Streaming subscription ; Music subscription | Entertainment | Streamhouse ; Tonewave | 5815 | \
      Debit
    Cinema tickets ; Concert tickets | Entertainment | Rialto Cinema ; Orpheum Box Office | 7832 \
      | Debit
    Pharmacy ; Prescription | Health | Juniper Pharmacy ; Wellspring Drugs | 5912 | Debit
    Gym membership | Health | Summit Fitness ; Corebody Gym | 7997 | Debit
    Clothing ; Shoes ; Winter jacket | Shopping | Oak & Thread ; Sole District | 5651 | Debit
    Online order ; Electronics purchase | Shopping | Circuit Barn ; Parcelbay | 5732 | Debit
    Hotel stay ; Flight booking | Travel | Hotel Linden ; Eastwind Airlines | 7011 | Debit
    Cash withdrawal ; ATM withdrawal | Cash | ATM Main Street ; ATM Central Station | 6011 | Debit
    Monthly account fee ; Wire transfer fee | Fees | Orchard Bank | 6012 | Debit
    Loan payment ; Mortgage payment | Loan | Orchard Bank ; Harbor Savings | 6012 | Debit
    Insurance premium | Insurance | Harborview Insurance | 6300 | Debit
    Transfer to savings ; Internal transfer | Transfer | Savings account | 4829 | Debit
    Salary ; Payroll deposit | Income | Halcyon Software ; Falcon Logistics | 6012 | Credit
    Refund ; Returned item | Refund | Oak & Thread ; Circuit Barn | 5651 | Credit
    Interest earned ; Dividend | Income | Orchard Bank ; Tallgrass Energy | 6012 | Credit
    """,
)

LEDGER = table(
    "ledger_account",
    """gl_account_name ledger_account account_title ledger_account_name gl_account_title
    | gl_account gl_code ledger_code gl_account_code account_code nominal_code gl_account_number
    | account_class account_category account_group gl_account_type financial_statement_category
    | normal_balance""",
    """
    Cash | 1000 | Asset | Debit
    Accounts Receivable | 1100 | Asset | Debit
    Inventory | 1300 | Asset | Debit
    Prepaid Expenses | 1400 | Asset | Debit
    Equipment | 1500 | Asset | Debit
    Accumulated Depreciation | 1590 | Asset | Credit
    Accounts Payable | 2000 | Liability | Credit
    Accrued Liabilities | 2100 | Liability | Credit
    Sales Tax Payable | 2200 | Liability | Credit
    Deferred Revenue | 2400 | Liability | Credit
    Long-Term Loan | 2700 | Liability | Credit
    Common Stock | 3000 | Equity | Credit
    Retained Earnings | 3200 | Equity | Credit
    Product Revenue | 4000 | Revenue | Credit
    Service Revenue | 4100 | Revenue | Credit
    Cost of Goods Sold | 5000 | Expense | Debit
    Salaries and Wages | 6000 | Expense | Debit
    Rent Expense | 6100 | Expense | Debit
    Utilities Expense | 6200 | Expense | Debit
    Marketing Expense | 6300 | Expense | Debit
    Travel Expense | 6400 | Expense | Debit
    Software Subscriptions | 6500 | Expense | Debit
    Depreciation Expense | 6700 | Expense | Debit
    Interest Expense | 7100 | Expense | Debit
    """,
)

SECURITIES = table(
    "security",
    """ticker ticker_symbol stock_symbol trading_symbol stock_ticker | security_name stock_name
    instrument_name issuer issuer_name | gics_sector stock_sector market_sector | stock_exchange
    trading_venue listing_exchange | isin isin_code | cusip cusip_number""",
    list_securities(),
)

COINS = table(
    "coin",
    """coin_symbol crypto_symbol token_symbol asset_symbol cryptocurrency_code | coin_name \
      token_name
    cryptocurrency crypto_name coin | blockchain blockchain_network chain_name | token_standard
    | token_decimals decimals""",
    """
    BTC | Bitcoin | Bitcoin | Native | 8
    BTC | Bitcoin | Bitcoin | Native | 8
    ETH | Ethereum | Ethereum | Native | 18
    ETH | Ethereum | Ethereum | Native | 18
    USDC | USD Coin | Ethereum | ERC-20 | 6
    USDT | Tether | Tron | TRC-20 | 6
    SOL | Solana | Solana | Native | 9
    ADA | Cardano | Cardano | Native | 6
    DOT | Polkadot | Polkadot | Native | 10
    LTC | Litecoin | Litecoin | Native | 8
    LINK | Chainlink | Ethereum | ERC-20 | 18
    AVAX | Avalanche | Avalanche | Native | 18
    DOGE | Dogecoin | Dogecoin | Native | 8
    POL | Polygon | Polygon | Native | 18
    """,
)

LOANS = table(
    "loan_kind",
    """loan_type type_of_loan credit_product loan_product | loan_purpose purpose_of_loan
    | collateral collateral_type security_type_of_loan | loan_term_months loan_term term_in_months
    """,
    """
    Mortgage | Home purchase ; Refinancing | Residential property | 360 ; 240 ; 180
    Auto loan | Car purchase ; Used car purchase | Vehicle | 36 ; 48 ; 60 ; 72
    Personal loan | Debt consolidation ; Home improvement ; Wedding ; Medical expenses ; Travel | \
      None | 12 ; 24 ; 36 ; 60
    Student loan | Tuition ; Living expenses | None | 120
    Business loan | Working capital ; Equipment ; Expansion | Business assets | 24 ; 36 ; 60
    Home equity loan | Renovation ; Debt consolidation | Residential property | 120 ; 180
    """,
)

LISTS = {
    "bank_account_type account_kind type_of_account": words(
        "Checking*8|Savings*5|Credit card*2|Business checking|Money market|Brokerage|Joint"
    ),
    "bank_name bank issuing_bank beneficiary_bank sending_bank lender lender_name institution_name "
    "financial_institution card_issuer": words(
        """Orchard Bank|Harbor Savings Bank|First Meridian Bank|Lakeshore Credit Union|Northgate
        National Bank|Union Example Bank|Cedar Trust Bank|Summit Community Bank|Banco Ejemplo
        |Musterbank AG|Banque Exemple|Exempelbanken"""
    ),
    "payment_rail transfer_type payment_channel payment_scheme transfer_method": words(
        "ACH*5|Card*5|Wire*2|SEPA*3|Instant transfer*2|Check|Direct debit*2|Cash"
    ),
    "transaction_channel banking_channel": words("Online*5|Mobile*6|ATM*2|Branch|POS*4|Phone"),
    "decline_reason failure_reason decline_reason_text payment_failure_reason": words(
        """Insufficient funds*6|Card expired*3|Incorrect PIN*2|Do not honor*3|Suspected fraud*2
        |Limit exceeded*2|Card reported lost|Invalid card number*2|Issuer unavailable"""
    ),
    "dispute_reason chargeback_reason": words(
        """Fraudulent*4|Product not received*3|Duplicate charge*2|Not as described*2|Subscription
        cancelled*2|Credit not processed|Unrecognized*2"""
    ),
    "fraud_reason alert_reason aml_alert_type suspicious_activity_type risk_reason": words(
        """Unusual amount*3|New device*3|Rapid transfers*2|Foreign country*2|Structuring|High-risk
        merchant|Velocity limit*2|Watch list match"""
    ),
    "risk_rating credit_risk risk_grade risk_category": words("Low*6|Medium*4|High*2"),
    "credit_rating bond_rating issuer_rating": words(
        "AAA|AA+|AA|AA-|A+*2|A*2|A-*2|BBB+*2|BBB*2|BB"
    ),
    "credit_score fico_score fico": number(420, 712, 850),
    "kyc_status kyc_level verification_level": words("Verified*7|Pending*2|Rejected|Expired"),
    "source_of_funds source_of_wealth": words(
        "Salary*6|Business income*3|Savings*3|Inheritance|Sale of property|Investments*2|Gift"
    ),
    "interest_type rate_type_of_loan interest_rate_type": words("Fixed*6|Variable*4"),
    "repayment_frequency payment_interval installment_frequency": words(
        "Monthly*8|Bi-weekly*2|Quarterly|Weekly"
    ),
    "order_side trade_side side trade_type": words("Buy*5|Sell*4"),
    "order_type_of_trade order_kind execution_type": words("Market*5|Limit*5|Stop*2|Stop limit"),
    "time_in_force tif": words("DAY*5|GTC*4|IOC|FOK"),
    "asset_class investment_type instrument_type security_type": words(
        "Stock*6|ETF*4|Bond*3|Mutual fund*3|Option|Commodity|Cash|Crypto"
    ),
    "currency_pair fx_pair trading_pair": words(
        "EUR/USD*4|GBP/USD*2|USD/JPY*3|BTC/USD*2|ETH/USD*2|USD/CHF|EUR/GBP|AUD/USD|USD/CAD"
    ),
    "fund_name portfolio_name portfolio investment_fund": titles(
        "fund_name",
        """{_fund_place} {_fund_kind} Fund | {_fund_place} {_fund_kind} | {_fund_style} Portfolio |
        {_fund_kind} {_fund_end} | {_fund_place} {_fund_style} {_fund_end}""",
    ),
    "_fund_place": words("Global|European|Nordic|US|Emerging Markets|Asia Pacific|World"),
    "_fund_kind": words("Equity|Bond|Dividend|Small Cap|Technology|Real Estate|Infrastructure"),
    "_fund_style": words("Growth|Balanced|Conservative|Retirement 2045|Income|Sustainable"),
    "_fund_end": words("Index|Trust|Select|Opportunities|Plus"),
    "journal_entry_description journal_line_description journal_memo entry_description \
      journal_description "
    "ledger_description": sentences(
        """Accrual of {_cost} for {_month_name} | Payment of {_cost}, invoice {_invoice} | Monthly
        depreciation of {_asset} | Reclassify {_cost} to the right cost center | Reverse the accrual
        of {_cost} | Record sales for {_month_name} | Customer payment for invoice {_invoice}
        | Correct the posting of {_cost} in {_month_name}"""
    ),
    "_cost": words(
        """rent|utilities|software licenses|travel expenses|salaries|insurance|legal fees|freight
        |marketing services|audit fees|cleaning|interest"""
    ),
    "_month_name": words(
        """January|February|March|April|May|June|July|August|September|October|November|December"""
    ),
    "_invoice": shape("INV-####", "#####", "RE-####"),
    "_asset": words("office equipment|vehicles|machinery|computers|leasehold improvements"),
    "payment_reference remittance_information payment_purpose payment_memo transfer_reference "
    "reference_text transfer_description": sentences(
        """Invoice {_invoice} | Rent {_month_name} | Payment for invoice {_invoice} | Salary
        {_month_name} | Membership fee {_month_name} | Refund for order {_invoice} | Shared dinner
        | Gift for Anna | Insurance {_month_name} | Deposit for {_asset}"""
    ),
    "invoice_line_description line_description billing_description": sentences(
        """Consulting services, {_month_name} | Monthly subscription, {_month_name} | {_hours} hours
        of design work | Hosting and support, {_month_name} | Travel costs, {_month_name} | Software
        license, {_hours} users | Maintenance visit in {_month_name} | Training day for {_hours}
        people"""
    ),
    "_hours": words("4|6|8|10|12|16|20|24|30|40"),
    "tax_type tax_name": words("VAT*5|Sales tax*4|GST*2|Withholding tax|Excise duty"),
    "tax_code_of_sale tax_category": words("Standard*6|Reduced*3|Zero-rated*2|Exempt"),
    "depreciation_method": words("Straight-line*7|Declining balance*2|Units of production"),
    "fiscal_period accounting_period posting_period": words(
        "2024-10|2024-11|2024-12|2025-01|2025-02|2025-03|2025-04|2025-05|2025-06|2025-07|2025-08"
    ),
    "fiscal_year financial_year": words("2023|2024*3|2025*3"),
    "quarter fiscal_quarter": words("Q1|Q2|Q3|Q4"),
    "budget_name cost_category": words(
        "Marketing 2025|Travel|Training|Hardware|Office Supplies|Events|Research|Facilities"
    ),
    "savings_goal goal_name financial_goal": words(
        """Emergency fund|New car|Summer vacation|House deposit|Wedding|New laptop|College
        fund|Retirement|Kitchen renovation|Bicycle"""
    ),
    "wallet_type": words("Hot wallet*4|Cold wallet*2|Custodial*2|Hardware"),
    "beneficiary_relationship": words("Spouse*4|Child*3|Parent|Sibling|Other"),
    "subscription_name subscription_service": words(
        "Streamhouse Premium|Tonewave Family|Cloud Storage 200 GB|Daily Courier Digital|Fitclub"
    ),
}

CODES = {
    "sort_code": shape("##-##-##"),
    "check_number cheque_number": shape("####", "00####"),
    "journal_number journal_entry_number voucher_number entry_number": shape(
        "JE-#####", "JV-2025-####", "GJ######"
    ),
    "loan_number loan_account_number loan_no": shape("LN-########", "L#########"),
    "authorization_code auth_code approval_code": shape("######", "A#####"),
    "branch_code bank_branch_code": shape("####", "0##"),
    "wallet_address crypto_address wallet": code("\\0\\x" + 40 * "x"),
    "transaction_hash tx_hash txid block_hash": code("\\0\\x" + 64 * "x"),
    "lei lei_code": shape("5299##@@##@###@@##%#"),
    "wkn": shape("@##@##", "A#@%#@"),
    "terminal_id pos_terminal": shape("T######", "POS-####"),
    "merchant_number merchant_account_number": shape("4445########", "M########"),
}

AMBIGUOUS, PLAIN = split(
    LISTS,
    """order_side transaction_channel risk_rating quarter payment_rail asset_class fiscal_year tax
    decline_reason budget bank_name subscription_name""",
)
AMBIGUOUS_TRANSACTIONS, PLAIN_TRANSACTIONS = split(TRANSACTIONS, "merchant merchant_name")

DOMAIN = domain(
    "finance",
    merge(PLAIN_TRANSACTIONS, LEDGER, SECURITIES, COINS, LOANS, PLAIN, CODES),
    merge(
        AMBIGUOUS_TRANSACTIONS,
        AMBIGUOUS,
        {
            "bank_name": pick(LISTS, "bank_name"),
            "description memo narrative details": pick(TRANSACTIONS, "transaction_description"),
            "category": pick(TRANSACTIONS, "transaction_category"),
            "account_name": words(
                """Everyday Checking|Joint Account|Emergency Savings|Travel Fund|Business Account
                |Household|Salary Account|Holiday Savings|Main Account|Tax Reserve"""
            ),
            "account_type": pick(LISTS, "bank_account_type"),
            "method payment_method_name": words(
                "card*7|bank transfer*4|direct debit*2|paypal*3|cash|apple pay|invoice*2"
            ),
            "symbol": pick(SECURITIES, "ticker"),
            "holding": pick(SECURITIES, "security_name"),
            "order_type": pick(LISTS, "order_kind"),
            "sector": pick(SECURITIES, "gics_sector"),
            "exchange": pick(SECURITIES, "stock_exchange"),
            "purpose": pick(LOANS, "loan_purpose"),
            "reference_note remark remarks notes note": pick(LISTS, "payment_reference"),
            "term_months": pick(LOANS, "loan_term_months"),
            "network chain": pick(COINS, "blockchain"),
            "from_address to_address sender_address recipient_address": pick(
                CODES, "wallet_address"
            ),
        },
    ),
    """decimals direction issuer portfolio wallet coin fund_name collateral
    instrument_type security_type payment_channel transfer_type transaction_type
    merchant_category account_group account_category line_description
    billing_description entry_description account_title institution_name rate_type
    alert_reason risk_category issuer_name reference_text account_code term_in_months
    goal_name entry_number approval_code transaction_details payment_interval
    account_kind payment_description investment_type risk_reason verification_level""",
)
