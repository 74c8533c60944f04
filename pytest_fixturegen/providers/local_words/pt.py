"""Values in Portuguese, by the name of the field."""

from __future__ import annotations

WORDS = """
room room_number: 12|104*2|107|112*2|118|201|207*2|215|224|301*2|308|316|402|411
weekday day_of_week: segunda-feira|terça-feira|quarta-feira|quinta-feira|sexta-feira|sábado
  |domingo
month_name: janeiro|fevereiro|março|abril|maio|junho|julho|agosto|setembro|outubro|novembro
  |dezembro
unit unit_of_measure uom quantity_unit: un*8|kg*2|g|l|m|m²|hora*2|caixa|par
payment_method payment_type payment_mode: Pix*5|cartão de crédito*4|boleto*3|cartão de débito*2
  |dinheiro
payment_terms: 30 dias*4|15 dias*2|à vista*3|60 dias
delivery_method shipping_method: Correios*4|transportadora*3|retirada na loja*2|motoboy
genre: policial*3|romance*3|fantasia|biografia|infantil|poesia|ficção científica|ensaio
role user_role: administrador|usuário*4|editor|gestor*2|convidado
priority: baixa*2|normal*5|alta*2|urgente
severity urgency importance: baixa*3|média*4|alta*2|crítica
condition: novo*2|seminovo*2|bom estado*3|usado*2
employment_type contract_type job_type: CLT*5|PJ*2|temporário|estágio|meio período
education education_level degree: ensino fundamental|ensino médio*4|técnico*2|graduação*3|mestrado
  |doutorado
relationship: cônjuge*2|mãe|pai|irmã|irmão|filha|filho|amigo
cancel_reason cancellation_reason: pedido do cliente*3|atraso na entrega*2|pedido duplicado
  |erro no pedido*2
return_reason refund_reason: tamanho errado*4|produto danificado*2|desistência*3|produto trocado
termination_reason: pedido de demissão*4|aposentadoria|fim de contrato*2|sem justa causa*2
reason cause: pedido do cliente|dados incorretos|duplicidade|mudança de data|não é mais necessário
job_title job occupation profession job_position: Analista de sistemas|Contador|Gerente de vendas
  |Assistente administrativo*2|Engenheiro de produção|Designer gráfico|Enfermeiro|Professor
  |Advogado|Desenvolvedor de software*2|Técnico de manutenção|Vendedor*2|Recepcionista|Médico
  |Arquiteto|Cozinheiro|Motorista|Supervisor de qualidade
department department_name: Contabilidade|Vendas*2|Recursos Humanos|Tecnologia|Produção|Compras
  |Estoque|Marketing|Financeiro|Logística|Jurídico|Atendimento
category category_name product_category: Casa|Eletrônicos|Roupas|Calçados|Livros|Brinquedos
  |Esportes|Jardim|Beleza|Alimentos|Móveis|Ferramentas
color colour: preto|branco|cinza|vermelho|azul|verde|amarelo|laranja|roxo|rosa|marrom|bege
material: algodão|madeira|vidro|cerâmica|aço|alumínio|couro|lã|plástico|linho
industry sector: Bancos|Construção|Educação|Energia|Comércio|Saúde|Turismo|Tecnologia|Transporte
status order_status: ativo*4|pendente*2|inativo|arquivado
tag label keyword topic: oferta|novidade|família|cultura|culinária|viagem|saúde|verão|inverno
  |interno
ward: cardiologia*2|clínica médica*3|cirurgia*2|pediatria|emergência*2|ortopedia
diagnosis: hipertensão arterial*3|diabetes tipo 2*2|asma*2|pneumonia|enxaqueca|lombalgia*2
medication drug medicine prescription: paracetamol*3|dipirona*3|ibuprofeno*2|metformina|losartana
  |amoxicilina
allergies allergy allergen: nenhuma conhecida*4|pólen*2|ácaros|amendoim|penicilina|lactose
dosage dose: 1 comprimido por dia*3|1 comprimido de 12 em 12 horas*2|em caso de dor
  |de 8 em 8 horas*2
specialty medical_specialty: clínica geral*3|cardiologia|dermatologia|pediatria|ortopedia
vehicle_type: carro*5|caminhão|moto|van*2|reboque
fuel_type fuel: flex*5|gasolina*2|diesel*2|elétrico|etanol
transmission gearbox: manual*3|automático*3
bank bank_name: Banco Exemplo|Banco de Teste|Caixa Modelo
insurance insurance_type: residencial*2|automóvel*4|saúde*2|vida
property_type dwelling_type housing_type: apartamento*4|casa*3|kitnet|sobrado
room_type: quarto individual*2|quarto duplo*4|quarto família|suíte
subject school_subject: matemática|português|inglês|biologia|física|química|história|música
hobby interest: futebol|corrida|culinária|leitura|jardinagem|fotografia|ciclismo|música
nationality citizenship: brasileira*8|portuguesa|argentina|italiana
language_name: português*5|inglês*2|espanhol
event_type: conferência|reunião*3|curso*2|feira|festa
customer_type: pessoa física*3|pessoa jurídica*2
document_type: nota fiscal*3|contrato*2|recibo|atestado|relatório
account_type: conta corrente*4|poupança*3|conta salário
transaction_type: compra*4|saque|depósito*2|transferência*2
plan tier subscription_plan: básico*3|padrão*3|premium*2
neighborhood: Centro*3|Jardim América|Vila Nova|Boa Vista|Santa Cruz|São José|Bela Vista
venue: Teatro Municipal|Casa de Cultura|Centro de Convenções|Auditório Municipal
carrier shipping_company: Transportadora Exemplo*2|Correios Sedex*3|Expresso Modelo*2
  |Cargas do Sul Transportes
reason_for_visit visit_reason appointment_reason: consulta de rotina*3|dor nas costas*2
  |febre e tosse*2|vacinação|retorno*2|dor de cabeça
rejection_reason denial_reason: documentação incompleta*3|fora do prazo*2|não coberto
blocked_reason lock_reason: faturas em atraso*3|senha incorreta|a pedido do cliente
withdrawal_reason exit_reason: mudança de cidade*3|transferência*2|motivos pessoais*2
medical_history: nenhum conhecido*4|hipertensão*2|asma|diabetes tipo 2|apendicectomia
symptoms complaint chief_complaint: tosse e febre*2|dor de cabeça*2|náusea|tontura
exterior_color interior_color: preto*4|branco*4|cinza*4|prata*3|azul*2|vermelho|verde
leave_type absence_type: férias*5|licença médica*2|licença-maternidade|folga*2
health_insurer: Plano Saúde Exemplo*3|Unimodelo*2|Saúde Teste
description_of_loss: Batida na traseira em um semáforo.*2|Um vazamento danificou o teto.*2
  |A bicicleta foi furtada da garagem.|O vento arrancou várias telhas.
"""
"""Values by names of fields, see :func:`lookup.parse_word_lists`."""
