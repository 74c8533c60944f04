"""Networks: devices, interfaces, VLANs, routes, flows."""

from __future__ import annotations

from pytest_fixturegen.providers.domains.specs import (
    Spec,
    code,
    derived_table,
    domain,
    merge,
    number,
    own_names,
    table,
    words,
)

VLANS = table(
    "vlan",
    """vlan vlan_id vlan_number vlan_tag | vlan_name network_name segment segment_name |
    subnet subnet_cidr cidr prefix network network_cidr ip_range | gateway default_gateway
    gateway_ip gateway_address | netmask subnet_mask | prefix_length mask_bits | vrf vrf_name""",
    """
    10 | management | 10.10.0.0/24 | 10.10.0.1 | 255.255.255.0 | 24 | mgmt
    20 | servers | 10.20.0.0/22 | 10.20.0.1 | 255.255.252.0 | 22 | prod | *3
    30 | voice | 10.30.0.0/24 | 10.30.0.1 | 255.255.255.0 | 24 | prod
    40 | office-wifi | 10.40.0.0/20 | 10.40.0.1 | 255.255.240.0 | 20 | office | *3
    50 | guest-wifi | 192.168.50.0/24 | 192.168.50.1 | 255.255.255.0 | 24 | guest | *2
    60 | printers | 10.60.0.0/25 | 10.60.0.1 | 255.255.255.128 | 25 | office
    70 | cameras | 10.70.0.0/24 | 10.70.0.1 | 255.255.255.0 | 24 | security
    100 | dmz | 172.16.100.0/24 | 172.16.100.1 | 255.255.255.0 | 24 | dmz
    200 | storage | 10.200.0.0/24 | 10.200.0.1 | 255.255.255.0 | 24 | prod
    300 | lab | 10.99.0.0/16 | 10.99.0.1 | 255.255.0.0 | 16 | lab
    """,
)

DEVICES = table(
    "network_device",
    """device_type device_role role equipment_type node_type | vendor manufacturer
    equipment_vendor | model device_model hardware_model | os os_name software network_os platform |
    os_version software_version firmware_version firmware | interface interface_name port_name
    if_name port_id ifname local_interface
        | speed speed_mbps bandwidth_mbps link_speed interface_speed
    port_speed""",
    """
    switch ~ access_switch ~ access | Netgrove | NG-2960 | NG-OS | 15.2.7 | GigabitEthernet1/0/12
        | 1000 | *4
    switch ~ core_switch ~ core ~ distribution | Netgrove | NG-9500 | NG-OS XE | 17.9.4
        | TenGigabitEthernet1/1/4 | 10000 | *2
    router ~ edge_router ~ edge | Juniva | JX-204 | JunivOS | 22.4R3 | xe-0/0/1 | 10000 | *2
    firewall | Fortwall | FW-100F | FW-OS | 7.4.3 | port2 | 1000 | *2
    access_point ~ ap ~ wireless | Airspan Works | AP-515 | AirOS | 8.11.2 | radio0 | 1200 | *3
    load_balancer | Balancio | LB-4600 | BalOS | 16.1.4 | 1.1 | 10000
    spine | Aristo | AR-7050 | ArOS | 4.31.2F | Ethernet12 | 100000
    leaf | Aristo | AR-7020 | ArOS | 4.30.5M | Ethernet3 | 25000
    """,
)

FLOWS = table(
    "network_flow",
    """protocol ip_protocol transport_protocol | destination_port dst_port dest_port port
    service_port | application app application_name service service_name | protocol_number""",
    """
    TCP | 443 | https | 6 | *9
    TCP | 80 | http | 6 | *3
    TCP | 22 | ssh | 6 | *2
    TCP | 5432 | postgresql | 6
    TCP | 445 | smb | 6
    TCP | 3389 | rdp | 6
    TCP | 25 | smtp | 6
    UDP | 53 | dns | 17 | *6
    UDP | 123 | ntp | 17 | *2
    UDP | 161 | snmp | 17
    UDP | 443 | quic | 17 | *3
    ICMP | 0 | ping | 1
    """,
)

NAMES = "sw-fra-01 sw-fra-02 sw-ams-01 rt-fra-01 rt-ams-01 fw-edge-01 fw-edge-02 ap-04-12".split()
NAMES += "ap-04-13 sw-core-01 sw-core-02 lb-01".split()

FLEET = derived_table(
    "network_node",
    len(NAMES),
    {
        """device_name hostname device host_name node node_name switch router sysname
        local_device""": NAMES,
        "management_ip mgmt_ip device_ip loopback_ip": [f"10.10.0.{n}" for n in range(11, 23)],
        "site site_name location pop rack_location": (
            "Frankfurt DC1|Frankfurt DC1|Amsterdam DC2|Frankfurt DC1|Amsterdam DC2|Office HQ|"
            "Office HQ|Office HQ|Office HQ|Frankfurt DC1|Amsterdam DC2|Frankfurt DC1"
        ).split("|"),
        "device_asn local_as": ["64512", "64512", "64513"],
    },
)

WITHIN: dict[str, Spec] = {
    "asn as_number peer_as remote_as bgp_asn": words("64512*2|64513*2|64520|65001*2|65010|65020"),
    "bgp_state session_state peer_state": words("Established*9|Idle|Active|Connect"),
    "neighbor peer_ip neighbor_ip bgp_neighbor next_hop": code("10.255.0.[19]", "192.0.2.[19]"),
    "neighbor_device remote_device": words(" | ".join(NAMES)),
    "remote_interface": words("GigabitEthernet1/0/24|TenGigabitEthernet1/1/1|xe-0/0/3|Ethernet1"),
    "route_type routing_protocol": words("static*3|ospf*4|bgp*4|connected*4"),
    "metric route_metric cost": words("0*3|1|10*3|20*2|100*2|110"),
    "interface_type": words("ethernet*7|fiber*3|lag*2|loopback|vlan*2"),
    "admin_status": words("up*9|down"),
    "oper_status link_status link_state": words("up*8|down*2"),
    "duplex": words("full*9|half"),
    "mtu": words("1500*7|9000*2|9216"),
    "ssid wifi_name": words("office*4|guest*3|iot*2|warehouse"),
    "wifi_band radio_band": words("5 GHz*5|2.4 GHz*4|6 GHz"),
    "wifi_channel": words("1*2|6*2|11*2|36*2|40|44*2|149"),
    "security_mode wifi_security": words("WPA3*3|WPA2-Enterprise*4|WPA2-PSK*2|open"),
    "source_port src_port": number(1025, 50100, 65500),
    "source_ip src_ip src_address": code("10.20.[1].[19]", "10.40.[1].[19]"),
    "destination_ip dst_ip dst_address dest_ip": code("203.0.113.[19]", "198.51.100.[19]"),
    "firewall_rule rule rule_name acl acl_name policy_name": words(
        """allow-web-out|allow-dns|deny-guest-to-servers|allow-vpn|allow-backup|deny-all|
        allow-monitoring|allow-voip"""
    ),
    "rule_action": words("allow*7|deny*3|reject"),
    "record_type dns_type dns_record_type": words("A*6|AAAA*2|CNAME*4|MX*2|TXT*3|NS|SRV"),
    "ttl": words("300*4|3600*5|60*2|86400*2"),
    "dns_record zone zone_name": words("example.com*4|example.org*2|internal.example.net*2"),
    "lease_state": words("active*7|expired*2|reserved"),
    "cable_type media_type": words("Cat6*4|Cat6a*3|OM4*2|OS2*2|DAC"),
    "snmp_community_alias": words("monitoring|readonly"),
    "trap_name event_name syslog_mnemonic": words(
        "linkDown*3|linkUp*3|bgpBackwardTransition|coldStart|authenticationFailure|ospfNbrChange"
    ),
    "message event_message": words(
        """Interface changed state to down*2|Interface changed state to up*2|
        BGP neighbor reset: hold timer expired|Power supply 2 failed|
        Fan speed above threshold|Duplicate address detected"""
    ),
    "tunnel vpn_name tunnel_name": words("hq-to-fra|hq-to-ams|partner-logistics|remote-users"),
    "vpn_type tunnel_type": words("ipsec*5|wireguard*3|gre|ssl*2"),
    "encryption cipher": words("AES-256-GCM*6|AES-128-GCM*2|ChaCha20-Poly1305*2"),
}

OWN: dict[str, Spec] = {
    "vlan vlan_id vlan_number": VLANS[next(iter(VLANS))],
    "vlan_name": VLANS[next(names for names in VLANS if names.startswith("vlan_name"))],
    "netmask subnet_mask": VLANS[next(names for names in VLANS if names.startswith("netmask"))],
    "bgp_asn": WITHIN["asn as_number peer_as remote_as bgp_asn"],
    "dns_record_type": WITHIN["record_type dns_type dns_record_type"],
    "mtu": WITHIN["mtu"],
}

DOMAIN = domain(
    "networks",
    merge(
        OWN,
        own_names(
            merge(WITHIN, FLOWS, DEVICES),
            "interface_name bgp_state oper_status admin_status wifi_channel",
        ),
    ),
    merge(WITHIN, FLOWS, DEVICES, VLANS, FLEET),
)
