"""Biology: genes and variants, samples, plates and sequences, species."""

from __future__ import annotations

from pytest_fixturegen.providers.domains import dice
from pytest_fixturegen.providers.domains.biology_tables import (
    BIOLOGY_WORDS,
    BIOLOGY_WORDS_WITHIN,
    CONSEQUENCES,
    GENE_NAMES,
    GENES,
    MATERIALS,
    SPECIES,
    STORAGE,
)
from pytest_fixturegen.providers.domains.clear_names import clear_domain
from pytest_fixturegen.providers.domains.specs import (
    Cell,
    also,
    drawn,
    merge,
    owned,
    select,
)
from pytest_fixturegen.streams import mix_word

BASES = "ACGT"

SHARES = {"heterozygous": (0.41, 0.56), "homozygous": (0.96, 1.0), "hemizygous": (0.95, 1.0)}
"""By zygosity, the share of reads that show the variant."""

ZYGOSITIES = ("heterozygous",) * 7 + ("homozygous",) * 2 + ("hemizygous",)

GENOTYPES = {"heterozygous": "0/1", "homozygous": "1/1", "hemizygous": "1"}


def draw_variant(word: int) -> tuple[Cell, ...]:
    """Return a variant in a gene: its place, bases, effect and evidence."""
    gene, chromosome, start, length, transcript, ensembl = dice.pick(
        word,
        1,
        GENES,
    )
    effect, impact, significance, shape = dice.pick(
        word,
        2,
        CONSEQUENCES,
    )
    position = int(start) + mix_word(word, 3) % int(length)
    reference = BASES[mix_word(word, 4) % 4]
    others = BASES.replace(reference, "")
    alternate = dice.pick(word, 5, others)
    zygosity = dice.pick(word, 6, ZYGOSITIES)
    share = round(dice.between(word, 7, *SHARES[zygosity], 3), 3)
    depth = round(dice.log_spaced(word, 8, 18, 420))
    coding = 12 + mix_word(word, 9) % 4200
    change = f"{reference}>{alternate}"
    at = f"{coding}+{1 + mix_word(word, 10) % 12}" if shape == "intron" else str(coding)
    hgvs = f"{transcript}:c.{at}{change}" if dice.chance(word, 11, 50) else f"c.{at}{change}"
    protein = _format_protein(word, shape, coding)
    rare = round(float(10 ** -dice.between(word, 12, 1, 5.3, 3)), 6)
    quality = round(dice.bell(word, 13, 42, 2200 if depth > 100 else 760), 1)
    score = round(dice.bell(word, 14, 18, 36) if impact != "LOW" else dice.bell(word, 14, 1, 14), 1)
    rs = f"rs{dice.digits(word, 15, 6 + mix_word(word, 16) % 4)}"
    place = (
        gene,
        chromosome,
        position,
        position + 1,
        transcript,
        ensembl,
    )
    whole = (
        int(start),
        int(start) + int(length),
        int(length),
        GENE_NAMES[gene],
    )
    bases = (reference, alternate, f"{reference}/{alternate}", GENOTYPES[zygosity])
    return (
        *(*place, *bases, rs, zygosity, share, depth, round(depth * share)),
        *(quality, effect, impact, significance, hgvs, protein, rare, score),
        *(f"{chromosome}:{position}:{reference}:{alternate}", "SNV", f"chr{chromosome}"),
        *whole,
    )


AMINO_ACIDS = (
    "Ala Arg Asn Asp Cys Gln Glu Gly His Ile Leu Lys Met Phe Pro Ser Thr Trp Tyr Val".split()
)


def _format_protein(
    word: int,
    shape: str,
    coding: int,
) -> str:
    """Return the change of the protein [HGVS]."""
    before, after = dice.pick(word, 17, AMINO_ACIDS), dice.pick(word, 18, AMINO_ACIDS)
    place = coding // 3 + 1
    ends = {"missense": after, "stop": "Ter", "frameshift": f"{after}fs", "synonymous": "="}
    return f"p.{before}{place}{ends[shape]}" if shape in ends else "p.?"


VARIANT = drawn(
    "variant",
    f"""
    gene gene_symbol gene_name hgnc_symbol gene_id_symbol {owned("gene", "symbol")} target_gene
      hugo_symbol
    | chromosome chrom {owned("variant gene mutation", "chr")}
    | genomic_position position pos chrom_start start_position start_pos start
    | end_position chrom_end end_pos
    | transcript transcript_id refseq_transcript refseq_id refseq transcript_accession
    | ensembl_id ensembl_gene_id gene_id
    | reference_base ref_allele reference_allele ref ref_base reference
    | alternate_base alt_allele alternate_allele alt alt_base alternate allele
    | alleles | genotype gt genotype_call | rs_id rsid dbsnp_id dbsnp snp_id
      {owned("snp", "name")} | zygosity
    | allele_frequency variant_allele_frequency vaf allelic_fraction allele_fraction
    | read_depth depth coverage_depth total_depth dp coverage | alt_depth alternate_depth alt_reads
    | variant_quality quality qual quality_score
    | consequence variant_consequence effect molecular_consequence variant_effect functional_class
      mutation_type
    | impact variant_impact | clinical_significance pathogenicity clinvar_significance
      classification
      acmg_classification clinvar
    | hgvs_c hgvs hgvsc c_notation cdna_change {owned("variant", "name hgvs")}
    | hgvs_p hgvsp protein_change amino_acid_change aa_change
    | population_frequency gnomad_af minor_allele_frequency maf af | cadd_score cadd cadd_phred
    | variant_key variant_string spdi | variant_type {owned("variant", "type class")}
    | contig chromosome_name
    | gene_start | gene_end | gene_length | gene_full_name gene_description gene_name_full
      {owned("gene", "name full_name description")}
    """,
    draw_variant,
)


def draw_sample(word: int) -> tuple[Cell, ...]:
    """Return a sample of a material, of which a part is left."""
    kind, tissue, low, high = dice.pick(
        word,
        1,
        MATERIALS,
    )
    volume = round(dice.log_spaced(word, 2, float(low), float(high)), 1)
    left = round(volume * dice.bell(word, 3, 0, 1), 1)
    nanograms = round(dice.log_spaced(word, 4, 4, 620), 1)
    purity, other = round(dice.bell(word, 5, 1.68, 2.12), 2), round(dice.bell(word, 6, 1.7, 2.3), 2)
    celsius, freezer = dice.pick(word, 7, STORAGE)
    rack, row, column = (mix_word(word, place) for place in (8, 9, 10))
    box = f"{'ABCDEFGHJ'[row % 9]}{column % 9 + 1}"
    where = f"Rack {rack % 12 + 1}, Box {rack % 40 + 1}"
    integrity, thaws = round(10 - dice.tail(word, 11, 0.2, 6, 2), 1), mix_word(word, 12) % 5
    amount = (
        volume,
        left,
        nanograms,
        round(volume * nanograms / 1000, 2),
    )
    grams = round(dice.log_spaced(word, 13, 0.05, 2.5), 3)
    return (
        *(kind, tissue, *amount, integrity, purity, other, int(celsius)),
        *(f"{freezer}-{rack % 6 + 1:02}", box, where, thaws, grams),
    )


SAMPLE = drawn(
    "sample",
    f"""
    sample_type {owned("sample specimen aliquot", "type kind material")} biospecimen_type
      sample_material material_type
    | tissue tissue_type organ tissue_source source_tissue anatomical_origin
    | volume_ul sample_volume_ul volume initial_volume_ul volume_microliters total_volume_ul
    | remaining_volume_ul remaining_volume current_volume_ul volume_remaining_ul
    | concentration_ng_ul concentration dna_concentration rna_concentration conc_ng_ul
      concentration_ng_per_ul
    | total_yield_ug yield_ug dna_yield_ug amount_ug
    | rin rna_integrity_number rin_score
    | a260_280 ratio_260_280 a260_a280 purity_260_280 od260_280 purity_ratio
    | a260_230 ratio_260_230 purity_260_230
    | storage_temperature_c storage_temperature storage_temp storage_temp_c
    | freezer freezer_name freezer_id freezer_location storage_unit
    | box_position tube_position position_in_box box_pos
    | storage_location rack_position storage_position
    | thaw_count freeze_thaw_count freeze_thaw_cycles freeze_thaws
    | sample_weight_g tissue_weight_g
    """,
    draw_sample,
)


def draw_sequence(word: int) -> tuple[Cell, ...]:
    """Return a short sequence with its length, its share of G and C, and its melting point."""
    length = 18 + mix_word(word, 1) % 23
    drawn_bases = mix_word(word, 2) | mix_word(word, 3) << 64
    bases = "".join(BASES[drawn_bases >> 2 * place & 3] for place in range(length))
    strong = bases.count("G") + bases.count("C")
    melting = round(64.9 + 41 * (strong - 16.4) / length, 1)
    complement = bases.translate(str.maketrans("ACGT", "TGCA"))[::-1]
    rna = bases.replace("T", "U")
    ratio = strong / length
    mass = round(length * 303.7 + 79, 1)
    return bases, length, round(ratio, 3), round(100 * ratio, 1), melting, complement, rna, mass


SEQUENCE = drawn(
    "sequence",
    f"""
    dna_sequence primer_sequence nucleotide_sequence oligo_sequence forward_primer sequence seq
      barcode_sequence probe_sequence guide_sequence {owned("primer oligo", "sequence")}
    | length_bp sequence_length sequence_length_bp length seq_length length_nt
    | gc_content gc_fraction gc | gc_percent gc_content_percent gc_content_pct gc_pct
    | melting_temp_c melting_temperature melting_temp tm tm_celsius melting_temperature_c
      annealing_temp_c annealing_temperature
    | reverse_primer reverse_complement | rna_sequence mrna_sequence | molecular_weight_da
    """,
    draw_sequence,
)


def draw_well(word: int) -> tuple[Cell, ...]:
    """Return a well of a plate and what was read there."""
    cycles = round(dice.bell(word, 1, 15, 38), 2)
    result = "positive" if cycles < 35 else "negative"
    density = round(dice.tail(word, 2, 0.04, 2.9, 1.5), 3)
    row, column = mix_word(word, 3) % 8, mix_word(word, 4) % 12 + 1
    glow = round(dice.log_spaced(word, 5, 120, 64000), 1)
    cells = round(dice.log_spaced(word, 6, 2e4, 8e6))
    alive = round(dice.bell(word, 7, 72, 99.6), 1)
    name = f"{'ABCDEFGH'[row]}{column}"
    return name, cycles, result, density, glow, cells, alive, "ABCDEFGH"[row], column


WELL = drawn(
    "well",
    """
    well well_position well_id plate_well well_name | cycle_threshold ct_value ct cq cq_value
    | call pcr_result qpcr_result | absorbance od600 optical_density od od450 absorbance_450
    | fluorescence rfu fluorescence_intensity mean_fluorescence | cell_count cells_per_ml
      cell_density
    | viability viability_percent viability_pct cell_viability | plate_row well_row
    | plate_column well_column
    """,
    draw_well,
)

DOMAIN = clear_domain(
    "biology",
    merge(
        also(VARIANT, "gene_symbol", "gene gene_symbol hgnc_symbol target_gene"),
        select(VARIANT, "chromosome", "transcript", "rs_id", "zygosity", "allele_frequency"),
        select(VARIANT, "hgvs_c", "hgvs_p", "reference_base", "alternate_base", "read_depth"),
        select(VARIANT, "clinical_significance", "gnomad_af", "cadd", "ensembl_id", "genotype"),
        also(VARIANT, "variant_consequence", "consequence molecular_consequence"),
        select(SAMPLE, "rin", "a260_280", "a260_230", "thaw_count", "storage_temperature_c"),
        select(SAMPLE, "concentration_ng_ul", "remaining_volume_ul", "tissue", "box_position"),
        also(SAMPLE, "sample_type", "sample_type biospecimen_type"),
        also(SEQUENCE, "dna_sequence", "dna_sequence primer_sequence nucleotide_sequence"),
        select(SEQUENCE, "gc_content", "gc_percent", "melting_temp_c", "reverse_primer"),
        also(SEQUENCE, "sequence_length", "length_bp sequence_length_bp"),
        also(WELL, "plate_well", "well_position plate_well"),
        select(WELL, "ct_value", "absorbance", "viability"),
        SPECIES,
        BIOLOGY_WORDS,
    ),
    merge(
        also(SPECIES, "taxon_family", "family species_family"),
        also(SPECIES, "taxonomic_class", "species_class"),
        VARIANT,
        SAMPLE,
        SEQUENCE,
        WELL,
        BIOLOGY_WORDS_WITHIN,
    ),
)
