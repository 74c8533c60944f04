"""Parts of sentences, headlines and products in Spanish and Portuguese."""

from __future__ import annotations

from pytest_fixturegen.providers.data.local_prose import Prose
from pytest_fixturegen.providers.data.local_trade import Trade, split_commas

IBERIAN_PROSE = {
    "es": Prose(
        (
            (
                split_commas(
                    """El paquete, El pedido, El repartidor, El segundo envío, La caja,
                    El repuesto, La devolución"""
                ),
                split_commas("llegó, salió del almacén, pasó por recepción, volvió, quedó listo"),
                split_commas(
                    """el martes por la mañana, antes del mediodía, con un pequeño retraso,
                    como acordamos por teléfono, a pesar de la lluvia,
                    justo antes del fin de semana, por la entrada lateral, sin un rasguño"""
                ),
            ),
            (
                split_commas(
                    """El equipo, El grupo, Nuestro departamento, La nueva compañera,
                    La jefa de proyecto, El cliente"""
                ),
                split_commas(
                    """revisó el borrador, terminó la lista, encontró el error,
                    preparó la reunión, redactó el informe, respondió a todas las preguntas,
                    propuso un calendario"""
                ),
                split_commas(
                    """el viernes, con calma, después de comer, con mucha paciencia,
                    antes de lo previsto, al final de la tarde"""
                ),
            ),
            (
                split_commas("La habitación, El desayuno, La atención, El alojamiento, El barrio"),
                split_commas(
                    """nos gustó mucho, coincide con la descripción, merece la visita,
                    superó lo que esperábamos"""
                ),
                split_commas(
                    """por ese precio, también el fin de semana, a pesar de las obras,
                    desde el primer día, como siempre"""
                ),
            ),
        ),
        split_commas(
            """Pequeña guía para, Cinco preguntas sobre, Diez ideas para, Una mirada a,
            Novedades sobre, Todo sobre, Un lugar para, Notas sobre, Elogio de"""
        ),
        split_commas(
            """los equipos pequeños, los jardines urbanos, los viajes lentos, la cocina casera,
            las bicicletas viejas, las bibliotecas públicas, el trabajo a distancia,
            los mercados locales, los datos abiertos, las oficinas compartidas,
            los techos verdes, los proyectos largos, la música callejera, el tren nocturno"""
        ),
        split_commas(
            """Aurora, Horizonte, Brújula, Faro, Claro de Bosque, Ribera, Sendero, Huerto,
            Estrella, Cascada, Colina, Brisa, Molino, Laguna, Pradera, Velero, Manantial, Cumbre,
            Fuente, Jardín"""
        ),
    ),
    "pt": Prose(
        (
            (
                split_commas(
                    """O pacote, O pedido, O entregador, A segunda remessa, A caixa,
                    A peça de reposição, A devolução"""
                ),
                split_commas(
                    "chegou, saiu do depósito, passou pela portaria, voltou, ficou pronto"
                ),
                split_commas(
                    """na terça de manhã, antes do meio-dia, com um pequeno atraso,
                    como combinamos por telefone, apesar da chuva, antes do fim de semana,
                    pela entrada lateral, sem um arranhão"""
                ),
            ),
            (
                split_commas(
                    """A equipe, O grupo, Nosso setor, A nova colega, A gerente do projeto,
                    O cliente"""
                ),
                split_commas(
                    """revisou o rascunho, terminou a lista, encontrou o erro,
                    preparou a reunião, escreveu o relatório, respondeu a todas as perguntas,
                    propôs um cronograma"""
                ),
                split_commas(
                    """na sexta-feira, com calma, depois do almoço, com muita paciência,
                    antes do previsto, no fim da tarde"""
                ),
            ),
            (
                split_commas("O quarto, O café da manhã, O atendimento, A hospedagem, O bairro"),
                split_commas(
                    """agradou muito, confere com a descrição, vale a visita,
                    superou o que esperávamos"""
                ),
                split_commas(
                    """por esse preço, também no fim de semana, apesar das obras,
                    desde o primeiro dia, como sempre"""
                ),
            ),
        ),
        split_commas(
            """Pequeno guia para, Cinco perguntas sobre, Dez ideias para, Um olhar sobre,
            Novidades sobre, Tudo sobre, Um lugar para, Notas sobre, Elogio a"""
        ),
        split_commas(
            """equipes pequenas, jardins urbanos, viagens lentas, comida caseira,
            bicicletas antigas, bibliotecas públicas, trabalho remoto, feiras de bairro,
            dados abertos, escritórios compartilhados, telhados verdes, projetos longos,
            música de rua, trens noturnos"""
        ),
        split_commas(
            """Aurora, Horizonte, Bússola, Farol, Clareira, Ribeira, Trilha, Pomar, Estrela,
            Cachoeira, Colina, Brisa, Moinho, Lagoa, Campina, Veleiro, Nascente, Serra, Fonte,
            Jardim"""
        ),
    ),
}

IBERIAN_TRADES = {
    "es": Trade(
        "{thing} {material}",
        split_commas(
            """Lámpara de escritorio, Mochila, Taza, Cuaderno, Botella, Tabla de cocina,
            Reloj de pared, Cojín, Auriculares, Teclado, Bolsa, Manta, Portarretratos, Candelero,
            Mesa auxiliar, Librero, Maceta, Tetera, Lonchera, Paraguas, Altavoz, Impermeable,
            Cartera, Cinturón, Bufanda, Gorro, Toalla, Cesta, Espejo, Ensaladera, Tapete,
            Tienda de campaña"""
        ),
        split_commas(
            """de roble, de lino, de cerámica, de cuero, de bambú, de acero, de algodón, de cobre,
            de lana, de vidrio, de corcho, de fieltro, de viaje, de uso diario"""
        ),
    ),
    "pt": Trade(
        "{thing} {material}",
        split_commas(
            """Luminária de mesa, Mochila, Caneca, Caderno, Garrafa, Tábua de corte,
            Relógio de parede, Almofada, Fone de ouvido, Teclado, Sacola, Manta, Porta-retrato,
            Castiçal, Mesa lateral, Estante, Vaso, Chaleira, Marmita, Guarda-chuva, Caixa de som,
            Capa de chuva, Carteira, Cinto, Cachecol, Gorro, Toalha, Cesto, Espelho, Saladeira,
            Tapete, Barraca"""
        ),
        split_commas(
            """de carvalho, de linho, de cerâmica, de couro, de bambu, de aço, de algodão,
            de cobre, de lã, de vidro, de cortiça, de feltro, de viagem, do dia a dia"""
        ),
    ),
}
