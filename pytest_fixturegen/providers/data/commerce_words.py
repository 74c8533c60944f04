"""The words of trade: what is sold, by whom, and in which state it is."""

MATERIALS = (
    "Oak", "Linen", "Ceramic", "Leather", "Bamboo", "Steel", "Cotton", "Walnut", "Copper", "Wool", "Glass", "Canvas", "Cork",
    "Marble", "Brass", "Felt", "Recycled", "Folding", "Compact", "Classic", "Everyday", "Portable", "Wireless", "Insulated",
    "Slim", "Nordic", "Vintage", "Handmade", "Lightweight", "Waterproof", "Modern", "Organic",
)  # fmt: skip

PRODUCT_NAMES = (
    "Desk Lamp", "Backpack", "Coffee Mug", "Notebook", "Water Bottle", "Cutting Board", "Desk Chair", "Wall Clock",
    "Throw Pillow", "Headphones", "Keyboard", "Phone Stand", "Tote Bag", "Blanket", "Picture Frame", "Candle Holder",
    "Side Table", "Bookshelf", "Plant Pot", "Kettle", "Lunch Box", "Umbrella", "Travel Pouch", "Speaker", "Bike Light",
    "Rain Jacket", "Running Shoes", "Sunglasses", "Wallet", "Belt", "Scarf", "Beanie", "Bath Towel", "Storage Basket",
    "Mirror", "Tea Set", "Dinner Plate", "Serving Bowl", "Pepper Mill", "Door Mat", "Yoga Mat", "Tent", "Sleeping Bag",
    "Flashlight", "Thermos", "Pencil Case", "Laptop Sleeve", "Charging Cable", "Desk Organizer", "Floor Lamp",
)  # fmt: skip

BRANDS = (
    "Alderway", "Bryn & Co", "Cobaltine", "Duneform", "Elmhurst", "Fernwell", "Greyloft", "Hollowell", "Ivoryline",
    "Junipero", "Kestrelle", "Larkmoor", "Mossbrook", "Northfold", "Oakmere", "Pinecrest Works", "Quillon", "Riverstone",
    "Saltwick", "Tidemark", "Umberton", "Valehart", "Wrenfield", "Yarrowby",
)  # fmt: skip

COMPANY_NAMES = (
    "Alder", "Amber", "Atlas", "Beacon", "Birch", "Bluewater", "Bright", "Cascade", "Cedar", "Clearview", "Copper", "Crescent",
    "Evergreen", "Falcon", "Granite", "Harbor", "Highland", "Ironwood", "Juniper", "Keystone", "Lakeside", "Lighthouse",
    "Maple", "Meridian", "Northwind", "Oakridge", "Pioneer", "Redwood", "Riverbend", "Silver", "Skyline", "Stonebridge",
    "Summit", "Sunrise", "Tidewater", "Timber", "Valley", "Westfield", "Willow", "Windmill",
)  # fmt: skip

COMPANY_TRADES = (
    "Analytics", "Bakery", "Consulting", "Design", "Electronics", "Energy", "Engineering", "Farms", "Foods", "Furniture",
    "Health", "Industries", "Insurance", "Labs", "Logistics", "Manufacturing", "Media", "Outfitters", "Partners", "Press",
    "Properties", "Robotics", "Software", "Studios", "Supply", "Systems", "Technologies", "Textiles", "Tools", "Travel",
)  # fmt: skip

COMPANY_SUFFIXES = ("Inc.", "LLC", "Group", "Co.", "Ltd.", "& Sons", "Corp.", "Holdings")

DEPARTMENTS = (
    "Accounting", "Customer Support", "Design", "Engineering", "Facilities", "Finance", "Human Resources", "IT", "Legal",
    "Logistics", "Marketing", "Operations", "Procurement", "Product", "Quality Assurance", "Research", "Sales", "Security",
)  # fmt: skip

CATEGORIES = (
    "Accessories", "Automotive", "Beauty", "Books", "Clothing", "Electronics", "Food & Drink", "Furniture", "Games", "Garden",
    "Gifts", "Health", "Home", "Kitchen", "Music", "Office", "Outdoor", "Pets", "Shoes", "Sports", "Tools", "Toys", "Travel",
)  # fmt: skip

INDUSTRIES = (
    "Agriculture", "Banking", "Construction", "Education", "Energy", "Entertainment", "Health Care", "Hospitality",
    "Insurance", "Logistics", "Manufacturing", "Media", "Real Estate", "Retail", "Software", "Telecommunications", "Travel",
)  # fmt: skip

COLORS = (
    "black", "white", "gray", "silver", "red", "blue", "green", "yellow", "orange", "purple", "pink", "brown", "beige", "navy",
    "teal", "olive", "maroon", "turquoise", "lavender", "gold",
)  # fmt: skip

STATUSES = ("active", "active", "active", "pending", "pending", "inactive", "archived", "draft")
ORDER_STATUSES = (
    "pending",
    "processing",
    "shipped",
    "delivered",
    "delivered",
    "canceled",
    "refunded",
)
PAYMENT_STATUSES = ("paid", "paid", "pending", "failed", "refunded")
TASK_STATUSES = ("open", "open", "in_progress", "in_progress", "blocked", "done", "done")
PAYMENT_METHODS = (
    "credit_card",
    "debit_card",
    "paypal",
    "bank_transfer",
    "invoice",
    "apple_pay",
    "cash",
)
UNITS = ("pcs", "kg", "g", "l", "ml", "m", "cm", "box", "pack", "pair")
MATERIAL_NAMES = (
    "aluminum",
    "bamboo",
    "ceramic",
    "cotton",
    "glass",
    "leather",
    "linen",
    "oak",
    "plastic",
    "steel",
    "wool",
)
PLANS = ("free", "basic", "standard", "pro", "team", "enterprise")
ROLES = ("admin", "editor", "member", "member", "viewer", "owner", "guest")
PRIORITIES = ("low", "medium", "medium", "high", "urgent")
"""Words that stand more than once are drawn more often."""
