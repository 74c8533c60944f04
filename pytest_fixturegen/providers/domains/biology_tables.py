"""Tables of biology: genes, species, materials, and words of the laboratory."""

from __future__ import annotations

from pytest_fixturegen.providers.domains.specs import (
    Spec,
    code,
    number,
    read_rows,
    sentences,
    table,
    via,
    words,
)

GENES = read_rows("""
    BRCA1  | 17 | 43044295  | 81188  | NM_007294.4    | ENSG00000012048
    BRCA2  | 13 | 32315086  | 85184  | NM_000059.4    | ENSG00000139618
    TP53   | 17 | 7661779   | 25772  | NM_000546.6    | ENSG00000141510
    EGFR   | 7  | 55019017  | 192612 | NM_005228.5    | ENSG00000146648
    KRAS   | 12 | 25205246  | 45690  | NM_004985.5    | ENSG00000133703
    BRAF   | 7  | 140719327 | 205603 | NM_004333.6    | ENSG00000157764
    CFTR   | 7  | 117480025 | 188703 | NM_000492.4    | ENSG00000001626
    APOE   | 19 | 44905791  | 3612   | NM_000041.4    | ENSG00000130203
    MTHFR  | 1  | 11785723  | 20373  | NM_005957.5    | ENSG00000177000
    PTEN   | 10 | 87863113  | 108818 | NM_000314.8    | ENSG00000171862
    LDLR   | 19 | 11089362  | 44438  | NM_000527.5    | ENSG00000130164
    HFE    | 6  | 26087281  | 9612   | NM_000410.4    | ENSG00000010704
    DMD    | X  | 31097677  | 2220382 | NM_004006.3   | ENSG00000198947
    F8     | X  | 154835788 | 186936 | NM_000132.4    | ENSG00000185010
    MLH1   | 3  | 36993350  | 57359  | NM_000249.4    | ENSG00000076242
    MSH2   | 2  | 47403067  | 79910  | NM_000251.3    | ENSG00000095002
    PALB2  | 16 | 23603160  | 38146  | NM_024675.4    | ENSG00000083093
    PIK3CA | 3  | 179148114 | 91887  | NM_006218.4    | ENSG00000121879
    APC    | 5  | 112707498 | 138742 | NM_000038.6    | ENSG00000134982
    HBB    | 11 | 5225464   | 1606   | NM_000518.5    | ENSG00000244734
    MYH7   | 14 | 23412740  | 22924  | NM_000257.4    | ENSG00000092054
    FBN1   | 15 | 48408313  | 237483 | NM_000138.5    | ENSG00000166147
    GBA1   | 1  | 155234452 | 10246  | NM_000157.4    | ENSG00000177628
    VHL    | 3  | 10141778  | 11864  | NM_000551.4    | ENSG00000134086
""")
"""Symbol, chromosome, start and length on GRCh38, transcript, Ensembl gene."""

GENE_NAMES = {
    "BRCA1": "BRCA1 DNA repair associated",
    "BRCA2": "BRCA2 DNA repair associated",
    "TP53": "tumor protein p53",
    "EGFR": "epidermal growth factor receptor",
    "KRAS": "KRAS proto-oncogene, GTPase",
    "BRAF": "B-Raf proto-oncogene, kinase",
    "CFTR": "CF transmembrane conductance regulator",
    "APOE": "apolipoprotein E",
    "MTHFR": "methylenetetrahydrofolate reductase",
    "PTEN": "phosphatase and tensin homolog",
    "LDLR": "low density lipoprotein receptor",
    "HFE": "homeostatic iron regulator",
    "DMD": "dystrophin",
    "F8": "coagulation factor VIII",
    "MLH1": "mutL homolog 1",
    "MSH2": "mutS homolog 2",
    "PALB2": "partner and localizer of BRCA2",
    "PIK3CA": "PI-3-kinase catalytic subunit alpha",
    "APC": "APC regulator of WNT signaling",
    "HBB": "hemoglobin subunit beta",
    "MYH7": "myosin heavy chain 7",
    "FBN1": "fibrillin 1",
    "GBA1": "glucosylceramidase beta 1",
    "VHL": "von Hippel-Lindau tumor suppressor",
}

CONSEQUENCES = read_rows("""
    missense_variant        | MODERATE | Uncertain significance | missense
    missense_variant        | MODERATE | Likely benign          | missense
    missense_variant        | MODERATE | Likely pathogenic      | missense
    synonymous_variant      | LOW      | Benign                 | synonymous
    synonymous_variant      | LOW      | Likely benign          | synonymous
    intron_variant          | MODIFIER | Benign                 | intron
    intron_variant          | MODIFIER | Likely benign          | intron
    splice_region_variant   | LOW      | Uncertain significance | intron
    stop_gained             | HIGH     | Pathogenic             | stop
    frameshift_variant      | HIGH     | Pathogenic             | frameshift
    3_prime_UTR_variant     | MODIFIER | Benign                 | utr
    upstream_gene_variant   | MODIFIER | Benign                 | utr
    inframe_deletion        | MODERATE | Conflicting interpretations of pathogenicity | missense
""")
"""Effect, impact, clinical significance, kind of notation."""

MATERIALS = read_rows("""
    blood  | Whole blood     | 500 | 6000
    blood  | Whole blood     | 500 | 6000
    serum  | Blood           | 200 | 2000
    plasma | Blood           | 200 | 3000
    plasma | Blood           | 200 | 3000
    tissue | Liver           | 40  | 400
    tissue | Breast          | 40  | 400
    tissue | Lung            | 40  | 400
    tissue | Kidney          | 40  | 400
    saliva | Saliva          | 300 | 2000
    urine  | Urine           | 1000 | 10000
    DNA    | Peripheral blood | 30 | 200
    RNA    | Colon           | 20  | 100
    swab   | Nasopharynx     | 200 | 1000
    CSF    | Spinal fluid    | 200 | 1500
    cell line | Cell culture | 100 | 1500
""")
"""Material, tissue, least and greatest volume in microlitres."""

STORAGE = (
    *(("-80", "ULT-Freezer"), ("-80", "Freezer"), ("-80", "Freezer-80C"), ("-20", "Freezer")),
    *(("-20", "Freezer-20C"), ("4", "Fridge-Rack"), ("-150", "Freezer-LN2"), ("-196", "LN2-Tank")),
)
"""Degrees, and the beginning of the name of a freezer."""

SPECIES = table(
    "species",
    """
    species scientific_name organism latin_name species_name taxon_name binomial_name host_species
      host_organism source_organism model_organism
    | common_name species_common_name vernacular_name
    | taxon_id ncbi_taxon_id tax_id ncbi_tax_id taxonomy_id
    | genus genus_name | taxon_family taxonomic_family | taxonomic_class taxon_class
    | kingdom taxonomic_kingdom | conservation_status iucn_status red_list_status
    """,
    """
    Homo sapiens|Human|9606|Homo|Hominidae|Mammalia|Animalia|LC
    Homo sapiens|Human|9606|Homo|Hominidae|Mammalia|Animalia|LC
    Homo sapiens|Human|9606|Homo|Hominidae|Mammalia|Animalia|LC
    Mus musculus|House mouse|10090|Mus|Muridae|Mammalia|Animalia|LC
    Mus musculus|House mouse|10090|Mus|Muridae|Mammalia|Animalia|LC
    Rattus norvegicus|Brown rat|10116|Rattus|Muridae|Mammalia|Animalia|LC
    Danio rerio|Zebrafish|7955|Danio|Danionidae|Actinopterygii|Animalia|LC
    Drosophila melanogaster|Fruit fly|7227|Drosophila|Drosophilidae|Insecta|Animalia|LC
    Canis lupus familiaris|Dog|9615|Canis|Canidae|Mammalia|Animalia|LC
    Sus scrofa|Pig|9823|Sus|Suidae|Mammalia|Animalia|LC
    Macaca mulatta|Rhesus monkey|9544|Macaca|Cercopithecidae|Mammalia|Animalia|LC
    Escherichia coli|E. coli|562|Escherichia|Enterobacteriaceae|Gammaproteobacteria|Bacteria|NE
    Arabidopsis thaliana|Thale cress|3702|Arabidopsis|Brassicaceae|Magnoliopsida|Plantae|NE
    Homo sapiens|Human|9606|Homo|Hominidae|Mammalia|Animalia|LC
    """,
)

BIOLOGY_WORDS: dict[str, Spec] = {
    "genome_build reference_genome genome_assembly assembly genome_version": words(
        "GRCh38*5|GRCh37*2"
    ),
    "sequencing_platform sequencer instrument_model": words("""
        Illumina NovaSeq 6000*4|Illumina MiSeq*2|Illumina NextSeq 2000*2|Oxford Nanopore MinION
        |PacBio Sequel II"""),
    "library_prep library_kit library_strategy library_type": words("""
        WGS*3|WES*3|RNA-Seq*3|Amplicon*2|ChIP-Seq|ATAC-Seq"""),
    "cell_line cell_line_name": words("HEK293*3|HeLa*3|MCF-7*2|A549*2|Jurkat|CHO-K1|U2OS|iPSC-12"),
    "antibody antibody_name primary_antibody": words(
        "anti-GAPDH|anti-CD3|anti-p53|anti-beta-actin|anti-HA"
    ),
    "inheritance inheritance_pattern mode_of_inheritance": words("""
        autosomal dominant*3|autosomal recessive*3|X-linked|mitochondrial"""),
    "uniprot_id uniprot uniprot_accession": code("P99999", "Q9*999", "O99999"),
    "go_term go_id": code("GO:0099999"),
    "phenotype phenotype_name": words("""
        Short stature|Seizures|Intellectual disability|Hearing loss|Cardiomyopathy|Ataxia
        |Microcephaly|Muscle weakness"""),
    "q30 q30_percent pct_q30": number(78, 92.4, 97.5, 1),
    "mean_coverage avg_coverage": number(18, 38, 160, 1),
    "mapping_rate mapped_percent alignment_rate": number(88, 97.8, 99.8, 1),
    "mapping_quality mapq": words("60*8|59|48|37|20"),
    "strand": words("+*5|-*5"),
    "ploidy": words("2*9|4"),
    "hla_type hla_allele": code(r"\A*02:0\1", r"B*07:02"),
    "consent_status": words("consented*8|pending|withdrawn"),
}

BIOLOGY_WORDS_WITHIN: dict[str, Spec] = {
    "biotype gene_biotype gene_type": words("protein_coding*8|lncRNA*2|miRNA|pseudogene"),
    "platform": words("Illumina NovaSeq 6000*4|Illumina MiSeq*2|Oxford Nanopore|PacBio Sequel II"),
    "flowcell_id flowcell flow_cell": code(r"H9\AAADS\X1", r"H*9*ADR\X2"),
    "read_length": words("75|100*2|150*6|250"),
    "total_reads read_count reads": number(900000, 42000000, 880000000),
    "lifespan_years average_lifespan_years": number(1, 12, 78),
    "protein_name protein": words("""
        Hemoglobin subunit alpha|Green fluorescent protein|Albumin|p53|Insulin|Lysozyme|Actin
        |Collagen I
        |Cas9|Streptavidin"""),
    "molecular_weight_kda mass_kda": number(8, 46, 240, 1),
    "concentration_mg_ml protein_concentration": number(0.1, 1.8, 24, 2),
    "protocol protocol_name": words("""
        SOP-014 v2|DNA extraction v3|qPCR standard|Cell passage SOP
        |ELISA v1.2"""),
    "result outcome": words("positive*3|negative*5|inconclusive"),
    "experiment_title experiment_name study_title": words("""
        Dose response|Knockdown of TP53|Growth curve at 37 °C|Antibody titration
        |Time course of IFN response|CRISPR screen, batch 2|Primer validation"""),
    "ph ph_value": number(5.8, 7.3, 8.4, 2),
    "assay assay_type assay_name experiment_type test_name": words("""
        qPCR*4|ELISA*3|Western blot*2|RNA-Seq*2|Flow cytometry*2|MTT assay|Luciferase reporter|BCA
        |Sanger sequencing"""),
    "reagent kit kit_name extraction_kit": words("""
        DNA Blood Mini Kit|RNA Plus Extraction Kit|One-Step Master Mix|BCA Protein Assay Kit"""),
    "incubation_time_min incubation_minutes": words("10|15|30*4|60*4|90|120"),
    "incubation_temp_c temperature_c temperature incubation_temperature": words(
        "4|22|25|30|37*8|42|95"
    ),
    "dilution dilution_factor": words("1|2|5|10*4|50|100*3|1000"),
    "replicate replicate_number": words("1*3|2*3|3*3"),
    "passage passage_number": number(2, 9, 32),
    "buffer": words("TE*4|PBS*4|Tris-HCl*2|EDTA|nuclease-free water*2"),
    "subject_id donor_id patient_id participant_id": code("SUBJ-0999", "DNR-9999"),
    "collected_by technician operator researcher scientist processed_by analyst investigator "
    "principal_investigator curator": via("full_name"),
    "strain": words("C57BL/6J*3|BALB/c*2|Wistar|Sprague Dawley|K-12 MG1655|Col-0"),
    "extraction_method": words("column*4|magnetic beads*3|phenol-chloroform"),
    "quality_flag qc_status qc": words("PASS*8|WARN*2|FAIL"),
    "container_type tube_type container": words(
        "cryovial*4|EDTA tube*3|1.5 ml tube*3|96-well plate*2"
    ),
    "replicates": words("2|3*6|4"),
    "habitat": words("forest*3|grassland|freshwater*2|marine*2|wetland|urban|alpine"),
    "taxon_rank taxonomic_rank rank": words("species*7|genus*2|family|subspecies"),
    "plate_type plate_format": words("96-well*6|384-well*2|24-well|6-well"),
    "fluorophore dye": words("FAM*3|SYBR Green*4|ROX|HEX|Cy5"),
    "treatment condition compound": words("control*4|DMSO*2|10 nM dexamethasone|IFN-gamma|LPS"),
    "notes note comments comment observations description remarks": sentences("""
        Sample clear, no hemolysis visible.|Slight hemolysis; repeat if results are unclear.
        |RNA degraded, extraction repeated.|Aliquoted into three cryovials.
        |Culture confluent, passaged one to four.|Control wells as expected.
        |Low yield; pooled with the second extraction.|Variant confirmed by Sanger sequencing.
        |Label hard to read, identity checked.|No amplification in the negative control."""),
}
