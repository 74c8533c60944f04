"""Portuguese words of names, by what they mean in English."""

from __future__ import annotations

from pytest_fixturegen.providers.name_words import pt_things

WORDS = """
purchase_price: preço_compra preço_custo
selling_price: preço_venda
min_stock: estoque_mínimo
barcode: código_barras
fuel_type: combustível
transmission: câmbio
rooms: quartos
bathrooms: banheiros
area_m2: área_m2
check_in: data_entrada
check_out: data_saída
nights: diárias noites
guests: hóspedes
publisher: editora
pages: páginas
publication_year: ano_publicação
borrowed_at: data_empréstimo
return_date: data_devolução
due_date: data_vencimento
tracking_number: código_rastreio
symptoms: sintomas
specialty: especialidade
appointment: consulta
appointment_date: data_consulta
policy_number: número_apólice
premium: prêmio
insured: segurado
result: resultado
team: equipe
=nome: sobrenome apelido ultimo_nome > first_name | name
first_name: primeiro_nome
last_name: sobrenome último_nome
full_name: nome_completo
mother_name: nome_mãe
father_name: nome_pai
name: nome denominação
title: título
salutation: tratamento
username: usuário nome_usuário
password: senha
birth: nascimento nasc
birth_date: dt_nasc data_nasc
birth_place: naturalidade local_nascimento
age: idade
gender: sexo gênero
marital_status: estado_civil
nationality: nacionalidade
language: idioma língua
email: correio_eletrônico
phone: telefone fone
mobile: celular telemóvel
address: endereço morada
street: rua logradouro
house_number: número_casa numero_endereço
address_line_2: complemento
neighborhood: bairro
postal_code: cep código_postal
city: cidade município
state: estado
state_code: uf
country: país
number: número num
code: código cod
date: data dt
time: hora horário
day: dia
days: dias
week: semana
month: mês
months: meses
year: ano
hours: horas
weekday: dia_semana
start: início
end: fim término
due: vencimento
duration: duração
period: período
from: desde
to: até
created: criação criado criada cadastro criado_em
at: em
updated: atualização atualizado atualizada alteração alterado modificado
deleted: excluído excluída removido
paid: pago paga
sent: enviado enviada envio
delivered: entregue
cancelled: cancelado cancelada
approved: aprovado aprovada
rejected: rejeitado recusado
confirmed: confirmado
completed: concluído concluída finalizado
in_progress: em_andamento andamento
pending: pendente
new: novo nova
open: aberto aberta
closed: fechado encerrado
active: ativo ativa
inactive: inativo inativa
draft: rascunho
booked: reservado
returned: devolvido
refunded: reembolsado
archived: arquivado
blocked: bloqueado
published: publicado publicação
started: iniciado
signed: assinado
received: recebido recebimento
overdue: atrasado
expired: vencido expirado
deceased: falecido
registered: cadastrado
customer: cliente
employee: funcionário colaborador empregado
member: membro sócio
patient: paciente
student: aluno estudante
teacher: professor
doctor: médico
owner: proprietário dono titular
seller: vendedor
buyer: comprador
manager: gerente gestor chefe
author: autor
driver: motorista
recipient: destinatário
sender: remetente
supplier: fornecedor
company: empresa
company_name: razão_social
trade_name: nome_fantasia
department: departamento setor
job_title: cargo profissão ocupação função
product: produto
order: pedido
line: linha
item: item
items: itens
invoice: fatura nota_fiscal
booking: reserva
payment: pagamento pgto
payment_method: forma_pagamento método_pagamento meio_pagamento forma_de_pagamento
payment_terms: condição_pagamento
delivery: entrega
price: preço
unit_price: preço_unitário valor_unitário
cost: custo
amount: montante quantia
amount_due: valor_devido
total: total valor_total
valor: amount
net_amount: valor_líquido
gross_amount: valor_bruto
subtotal: subtotal
vat: iva
tax: imposto
rate: taxa alíquota
discount: desconto
shipping_cost: frete valor_frete
rent: aluguel
salary: salário
gross_salary: salário_bruto
net_salary: salário_líquido
balance: saldo
currency: moeda
count_of: qtd_de
quantity: quantidade qtd qtde
unit: unidade
stock: estoque
weight: peso
height: altura
length: comprimento
width: largura
size: tamanho
color: cor
temperature: temperatura
speed: velocidade
percent: porcentagem percentual
rating: avaliação
grade: nota
level: nível
reference: referência
status: situação
type: tipo
category: categoria
group: grupo
description: descrição
comment: comentário
notes: anotações
remark: observação observações obs
message: mensagem
reason: motivo razão
image: imagem foto
file: arquivo
website: site_web página
priority: prioridade
room: quarto sala
floor: andar
account: conta
account_number: número_conta
bank_branch: agência
bank: banco
cpf: cpf
cnpj: cnpj
id_number: rg
license_plate: placa
vehicle: veículo carro
make: marca
model: modelo
mileage: quilometragem
course: curso disciplina
school: escola
hospital: hospital
diagnosis: diagnóstico
admission: admissão
hire_date: data_admissão dt_admissao data_contratação
termination_date: data_demissão data_desligamento
discharge: alta
departure: partida saída
arrival: chegada
medication: medicamento remédio
dosage: dosagem
blood_type: tipo_sanguíneo
allergies: alergias
is: é eh
has: tem
contract: contrato
insurance: seguro
children: filhos
registration_number: matrícula
latitude: latitude
longitude: longitude
"""
"""English targets, each with its Portuguese words; see :func:`dictionary.parse_words`."""

WORDS += pt_things.WORDS.lstrip()
