"""Machine learning: models, datasets, training runs, prompts, predictions."""

from __future__ import annotations

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

TASKS = table(
    "ml_task",
    """task task_type problem_type ml_task | model_name model model_id_name base_model algorithm
    registered_model | architecture algorithm model_type model_family estimator | framework library
    ml_framework | dataset dataset_name training_data training_dataset data_source | metric
    metric_name primary_metric eval_metric evaluation_metric | label predicted_label prediction
    predicted_class target_label class_name ground_truth true_label
        | loss_function criterion
    | target target_column target_variable | experiment experiment_name run_name project_name""",
    """
    classification ~ binary_classification | churn-classifier | gradient boosting | scikit-learn
        | customer_activity_2024 | roc_auc | churned | log_loss | churned | churn-baseline | *2
    classification ~ image_classification | product-image-tagger | ResNet-50 | PyTorch
        | product_photos_v3 | accuracy | lamp | cross_entropy | category | resnet50-aug | *2
    text_classification ~ sentiment_analysis ~ nlp | review-sentiment | DistilBERT | transformers
        | product_reviews_en | f1 | positive | cross_entropy | sentiment | distilbert-lr2e5 | *2
    regression | demand-forecaster | LightGBM | LightGBM | store_sales_daily | rmse | 42.7 | mse
        | units_sold | lgbm-weekly | *2
    object_detection ~ detection | shelf-detector | YOLOv8 | PyTorch | shelf_images_v2 | map_50
        | bottle | box_loss | boxes | yolov8m-shelves
    segmentation | road-segmenter | U-Net | TensorFlow | street_scenes | mean_iou | road | dice
        | mask | unet-512
    recommendation ~ ranking | home-recommender | two tower | PyTorch | clickstream_90d
        | ndcg_at_10 | desk lamp | bpr | clicked | two-tower-v4
    anomaly_detection ~ fraud_detection | fraud-scorer | isolation forest | scikit-learn
        | card_payments_2024 | average_precision | legitimate | log_loss | is_fraud | iforest-q2
    text_generation ~ generation ~ llm ~ chat | support-assistant | decoder transformer
        | transformers | support_dialogues | perplexity | Thanks for your order. | cross_entropy
        | response | lora-r16 | *2
    translation | manual-translator | encoder decoder | transformers | manuals_de_en | bleu
        | Turn the valve. | label_smoothed | target_text | marian-ft
    speech_recognition ~ asr | call-transcriber | conformer | PyTorch | calls_16khz | wer
        | good morning | ctc | transcript | conformer-m
    clustering | customer-segments | k-means | scikit-learn | customer_features | silhouette
        | cluster 3 | inertia | segment | kmeans-k6
    """,
)

PROMPTS = table(
    "prompt",
    """prompt user_prompt instruction input_text question query input prompt_text user_message |
    completion response output answer output_text generated_text assistant_message response_text
    expected_output reference_answer | system_prompt system_message | prompt_name template_name
    prompt_template_name use_case""",
    """
    Summarize this support conversation in two sentences. | The customer asked about a late parcel.
        The agent found it and refunded the delivery. | You are a concise assistant for agents.
        | conversation-summary | *2
    Write a product description for a brass desk lamp. | A brass lamp with a warm light and a
        heavy foot that suits any desk. | You write short texts for a shop. | product-description
    Classify the sentiment of this review: "Arrived broken, no reply." | negative
        | Answer with positive, neutral or negative. | sentiment
    Translate to German: "Your order has been shipped." | Ihre Bestellung wurde versandt.
        | You are a careful translator. | translate-de
    Extract the invoice number and the total as JSON. | {"invoice": "INV-2025-0417",
        "total": 119.0} | Reply with JSON only. | invoice-extraction
    How do I reset my password? | Open the login page, choose "Forgot password" and follow the
        link in the e-mail. | You answer questions about the help centre. | help-centre | *2
    Write a SQL query for the ten best customers of last year. | SELECT customer_id, sum(total)
        FROM orders GROUP BY 1 ORDER BY 2 DESC LIMIT 10 | You write SQL for analysts. | text-to-sql
    Suggest three titles for an article about composting. | Compost without smell; From peel to
        soil; A year of compost | You are an editor. | title-ideas
    """,
)

OWN: dict[str, Spec] = {
    "learning_rate lr": words("0.1|0.01*2|0.001*5|0.0003*4|0.0001*3|0.00002*2|0.00005"),
    "batch_size": words("8|16*3|32*6|64*5|128*3|256*2|512"),
    "epochs num_epochs max_epochs n_epochs": words("3*3|5*3|10*5|20*3|30|50*2|100"),
    "optimizer optimiser": words("AdamW*5|Adam*4|SGD*2|RMSprop|Adafactor"),
    "dropout_rate": words("0.0|0.1*5|0.2*4|0.3*3|0.5*2"),
    "weight_decay": words("0.0*2|0.01*5|0.001*2|0.0001*2|0.1"),
    "activation_function": words("relu*5|gelu*4|silu*2|tanh|sigmoid"),
    "max_tokens max_new_tokens max_output_tokens": words("128|256*3|512*5|1024*4|2048*2|4096"),
    "temperature_setting sampling_temperature": words("0.0*3|0.2*3|0.7*5|1.0*3"),
    "top_p nucleus": words("1.0*5|0.95*4|0.9*3"),
    "top_k": words("40*4|50*4|5*2|10*2"),
    "finish_reason stop_reason": words("stop*8|length*2|tool_calls|content_filter"),
    "embedding_model": words("text-embed-small*4|text-embed-large*2|e5-base|minilm-l6"),
    "hyperparameter hyperparameter_name": words(
        "learning_rate|batch_size|max_depth|n_estimators|dropout|weight_decay|num_leaves"
    ),
}

WITHIN: dict[str, Spec] = {
    "activation": words("relu*5|gelu*4|silu*2|tanh|sigmoid"),
    "dropout": words("0.0|0.1*5|0.2*4|0.3*3|0.5*2"),
    "temperature": words("0.0*3|0.2*3|0.7*5|1.0*3"),
    "accuracy val_accuracy test_accuracy train_accuracy": number(0.58, 0.89, 0.992, 4),
    "precision": number(0.5, 0.86, 0.99, 4),
    "recall": number(0.44, 0.82, 0.99, 4),
    "f1 f1_score macro_f1": number(0.46, 0.84, 0.99, 4),
    "auc roc_auc auc_roc": number(0.61, 0.88, 0.995, 4),
    "loss train_loss val_loss test_loss validation_loss training_loss": number(0.02, 0.34, 2.4, 4),
    "rmse mae": number(0.4, 4.6, 38, 3),
    "r2 r2_score r_squared": number(0.21, 0.78, 0.98, 3),
    "score confidence probability confidence_score prediction_score": number(0.31, 0.87, 0.999, 4),
    "drift_score": number(0, 0.06, 0.7, 3),
    "perplexity": number(2.1, 8.4, 41, 2),
    "epoch current_epoch": number(1, 6, 50),
    "step global_step": number(10, 4200, 180000),
    "prompt_tokens input_tokens tokens_in": number(12, 420, 7800),
    "completion_tokens output_tokens tokens_out": number(3, 180, 2000),
    "context_length context_window max_sequence_length": words("512*2|2048|4096*3|8192*4|32768*2"),
    "parameters num_parameters parameter_count n_parameters": words(
        "66000000*2|110000000*3|350000000|1300000000|7000000000*3|13000000000"
    ),
    "model_size": words("small*3|base*5|large*3|7B*3|13B"),
    "llm_model call_model completion_model chat_model model_id prompt_model message_model": words(
        """gpt-4o-mini*4|gpt-4o*3|claude-3-5-sonnet*4|claude-3-haiku*2|gemini-1.5-flash*2|
        llama-3.1-8b-instruct*2|mistral-7b-instruct"""
    ),
    "model_version version": code("v[1]", "1.[1].[9]", "2.0.[1]", "v1[9]"),
    "model_stage stage deployment_stage": words("production*4|staging*3|archived*2|none"),
    "split data_split subset": words("train*6|validation*2|test*2"),
    "gpu gpu_type accelerator device hardware": words("A100*3|H100*2|T4*3|L4|V100|cpu*2"),
    "gpu_count num_gpus": words("1*5|2*2|4*2|8*3"),
    "feature feature_name": words(
        """days_since_last_order|orders_last_90d|average_basket|account_age_days|support_tickets|
        discount_share|device_mobile|country_code|price|weekday"""
    ),
    "feature_importance importance": number(0.001, 0.06, 0.42, 4),
    "annotator labeler": words("annotator-01*3|annotator-02*3|annotator-03*2|crowd"),
    "annotation_type": words("bounding box*3|polygon*2|label*4|span*2|keypoint"),
    "seed random_seed": words("42*6|0*2|1|7|123|2024"),
    "checkpoint checkpoint_path model_path artifact_uri": sentences(
        "s3://ml-artifacts/{model_name}/checkpoint-4200"
    ),
    "precision_mode dtype": words("bf16*4|fp16*3|fp32*3|int8"),
    "tokenizer": words("wordpiece*2|bpe*4|sentencepiece*3"),
    "early_stopping_metric": words("val_loss*6|val_accuracy|val_f1"),
    "finetune_method adaptation": words("full*3|lora*5|qlora*2|prompt tuning"),
    "agent agent_name assistant_name tool_name": words(
        "search_orders|create_ticket|send_email|lookup_customer|calculator|web_search"
    ),
    "role message_role": words("user*5|assistant*5|system"),
    "feedback user_feedback thumbs": words("positive*6|negative*2|none*3"),
    "error_message": words(
        """CUDA out of memory|loss is NaN at step 1840|context length exceeded|
        rate limit exceeded|checkpoint not found"""
    ),
}

DOMAIN = domain(
    "machine_learning",
    merge(OWN, own_names(TASKS, "training_dataset base_model loss_function predicted_label")),
    merge(WITHIN, PROMPTS, TASKS),
)
