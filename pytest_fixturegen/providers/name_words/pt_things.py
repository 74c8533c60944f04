"""Portuguese words of names of trade, tax, care, studies and vehicles."""

from __future__ import annotations

WORDS = """
account_number: conta_bancaria conta_corrente
social_name: nome_social
display_name: nome_exibição
monthly_income: renda_mensal renda rendimento_mensal
house_number: número_casa número_endereço
credit_limit: limite_crédito limite_de_crédito
created_at: data_cadastro data_criação data_de_cadastro cadastrado_em
updated_at: data_atualização data_alteração atualizado_em última_atualização alterado_em
blocked_reason: motivo_bloqueio motivo_do_bloqueio
blocked_date: data_bloqueio
sequence: sequência ordem
discount_amount: valor_desconto
discount_percent: percentual_desconto desconto_percentual
line_total: valor_item
subtotal: valor_produtos total_produtos valor_itens
grand_total: valor_total_pedido valor_total_nota valor_final
installment_count: quantidade_parcelas número_parcelas num_parcelas qtd_parcelas parcelas
installment_amount: valor_parcela
waiting: aguardando
awaiting_payment: aguardando_pagamento
preparing: em_separação em_preparação separação
cancelled_at: data_cancelamento cancelado_em
cancellation_reason: motivo_cancelamento motivo_do_cancelamento
shipped_at: data_envio enviado_em data_postagem
delivered_at: data_entrega entregue_em
paid_at: data_pagamento pago_em
tracking_number: código_rastreamento rastreio rastreamento
carrier: transportadora
delivery_days: prazo_entrega_dias prazo_entrega prazo_de_entrega
invoice_number: número_nota número_nota_fiscal numero_nf
series: série
cnpj: cnpj_emitente cnpj_destinatário cnpj_empresa
issuer_company_name: razão_social_emitente
issue_date: data_emissão emissão emitido_em
due_date: data_de_vencimento
state_registration: inscrição_estadual
tax_base: base_cálculo_icms base_de_cálculo base_cálculo
tax_rate: alíquota_icms alíquota_iss alíquota
tax_amount: valor_icms valor_imposto valor_iss
gross_weight: peso_bruto
net_weight: peso_líquido
access_key: chave_acesso chave_de_acesso
bruto: bruto_a
recipient_name: nome_destinatário
sender_name: nome_remitente
delivery_address: endereço_entrega endereço_de_entrega
neighborhood: bairro
state: estado_uf
mobile: celular_contato
emergency_contact: contato_emergência contato_de_emergência
emergency_phone: telefone_emergência
spouse: cônjuge
employee_number: matrícula_funcionário
hire_date: data_admissão
termination_date: data_rescisão
termination_reason: motivo_desligamento motivo_demissão
department: departamento setor
gross_salary: salário_base_bruto total_proventos total_vencimentos
total_deductions: total_descontos descontos
income_tax: irrf imposto_renda imposto_de_renda
social_security: inss
net_salary: líquido_a_receber
base_salary: salário_base
pay_date: data_de_pagamento
overtime_hours: horas_extras
vacation_days: dias_férias férias
leave_type: tipo_afastamento
working_hours: carga_horária jornada
manager: gestor supervisor
supplier_name: nome_fornecedor
customer_name: nome_cliente nome_do_cliente
product_code: código_produto código_do_produto
product_name: nome_produto nome_do_produto
product_description: descrição_produto descrição_do_produto
category: categoria_produto
quantity_ordered: quantidade_pedida quantidade_solicitada
quantity_received: quantidade_recebida
stock_quantity: quantidade_estoque estoque_atual saldo_estoque
reorder_point: ponto_pedido
expiry_date: data_validade validade
lot_number: lote número_lote
cost_price: preço_de_custo
margin: margem margem_lucro
opening_balance: saldo_inicial saldo_anterior
closing_balance: saldo_final saldo_atual
account_type: tipo_conta
transaction_date: data_transação data_movimento
transaction_amount: valor_transação
interest_rate: taxa_juros juros
fine: multa
patient_name: nome_paciente
doctor_name: nome_médico médico_responsável
attending_physician: médico_assistente
blood_pressure: pressão_arterial
heart_rate: frequência_cardíaca
body_temperature: temperatura_corporal
health_insurer: convênio plano_saúde plano_de_saúde
symptoms: queixa queixa_principal
room_number: número_quarto
bed_number: leito
admission_date: data_internação data_de_internação
discharge_date: data_alta data_de_alta
discharged: alta_médica
prescription: receita_médica prescrição
dosage: posologia
medical_record_number: prontuário número_prontuário
appointment_date: data_agendamento
scheduled: agendado agendada
attended: atendido atendida compareceu
no_show: não_compareceu faltou
student_name: nome_aluno
guardian_name: nome_responsável responsável
grade: nota_aluno
final_grade: nota_final média_final
average: média
absence_count: faltas
attendance_percent: frequência
school_year: ano_letivo série_ano
class_name: turma
subject: matéria disciplina_escolar
enrollment_date: data_matrícula
enrolled: matriculado matriculada
semester: semestre
teacher_name: nome_professor
tuition_fee: mensalidade
year_of_manufacture: ano_fabricação
model_year: ano_modelo
license_plate: placa_veículo
vin: chassi
mileage_km: quilometragem_km km_rodados
color: cor_veículo
driver_name: nome_motorista
license_number: cnh número_cnh
fuel_type: tipo_combustível
insurance_company: seguradora
policyholder: segurado_nome
claim_number: número_sinistro
claim: sinistro
incident_date: data_sinistro data_ocorrência data_do_sinistro
reported_date: data_aviso data_comunicação
claim_amount: valor_sinistro valor_reclamado
deductible: franquia
sum_insured: importância_segurada valor_segurado
annual_premium: prêmio_anual
contract_start: início_vigência data_início_contrato
contract_end: fim_vigência data_fim_contrato
rent: valor_aluguel
deposit: caução depósito
tenant: inquilino locatário
landlord: locador
property_type: tipo_imóvel
condo_fee: condomínio valor_condomínio
area_m2: área_útil metragem
check_in: data_check_in
guests: quantidade_hóspedes número_hóspedes
price_per_night: valor_diária
total: valor_total_reserva
event_name: nome_evento
organizer: organizador
capacity: capacidade lotação
tickets_sold: ingressos_vendidos
ticket_price: preço_ingresso valor_ingresso
start_time: hora_início horário_início
end_time: hora_fim horário_fim
start_date: data_início data_inicial
end_date: data_fim data_final data_término
estimated_date: data_prevista previsão_entrega previsão
actual: real
planned: previsto prevista planejado planejada
estimated: estimado estimada
remaining: restante
monthly: mensal
annual: anual
last: última ultimo
next: próximo próxima
first: primeiro primeira
assigned_to: atribuído_a
resolved_at: data_resolução resolvido_em
resolved: resolvido resolvida
closed_at: data_encerramento encerrado_em
opened_at: data_abertura aberto_em
approved_by: aprovado_por
approved_at: data_aprovação aprovado_em
rejection_reason: motivo_rejeição motivo_recusa
returned: devolvida
refund_amount: valor_reembolso valor_estornado
refund_date: data_reembolso data_estorno
refunded: estornado
return_reason: motivo_devolução
in_transit: em_trânsito a_caminho saiu_para_entrega
in_progress: em_processamento em_execução em_curso
under_review: em_análise
overdue: vencida em_atraso
suspended: suspenso suspensa
failed: falhou
sold: vendido vendida
rented: alugado alugada
available: disponível
reserved: reservada
hired: contratado contratada
terminated: demitido desligado
issued: emitida emitido
"""
"""English targets, each with its Portuguese words; see :func:`dictionary.parse_words`."""
