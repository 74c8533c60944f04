"""Sensors and devices: what they measure, and how they are connected."""

from __future__ import annotations

from pytest_fixturegen.providers.domains.specs import (
    Spec,
    code,
    derived_table,
    domain,
    merge,
    number,
    own_names,
    sentences,
    shared,
    table,
    words,
)

SENSORS = table(
    "sensor",
    """sensor_type sensor_kind measurement_type measurement metric metric_name parameter quantity
    channel reading_type observed_property data_type variable | unit unit_of_measure units
    measurement_unit uom unit_symbol | [value reading reading_value sensor_value measured_value
    raw_value current_value | ] | [min_threshold low_threshold lower_threshold alarm_low | ] |
    [max_threshold high_threshold upper_threshold alarm_high threshold | ] | [range_min
    min_range | ] | [range_max max_range | ] | accuracy | sensor_model model model_name""",
    """
    temperature ~ temp ~ ambient_temperature | °C | 16.0 | 27.0 | 5 | 12 | 28 | 35 | -40 | -40
        | 85 | 85 | ±0.3 | SHT31 | *6
    humidity ~ relative_humidity ~ rh | % | 31.0 | 68.0 | 20 | 30 | 65 | 80 | 0 | 0
        | 100 | 100 | ±2 | SHT31 | *5
    pressure ~ barometric_pressure ~ air_pressure | hPa | 992.0 | 1031.0 | 960 | 980 | 1035 | 1050
        | 300 | 300 | 1100 | 1100 | ±1 | BME280 | *3
    co2 ~ carbon_dioxide ~ air_quality | ppm | 412 | 1180 | 350 | 400 | 1000 | 1500 | 400 | 400
        | 5000 | 5000 | ±50 | SCD41 | *3
    light ~ illuminance ~ lux ~ luminosity ~ light_level | lx | 12 | 4800 | 5 | 50 | 1000 | 20000
        | 0 | 0 | 65000 | 65000 | ±5 | BH1750 | *2
    voltage ~ supply_voltage | V | 3.10 | 4.15 | 3 | 3 | 4 | 5 | 0 | 0 | 36 | 36
        | ±0.01 | INA219 | *2
    current ~ electric_current | A | 0.12 | 3.80 | 0 | 0 | 5 | 10 | 0 | 0 | 30 | 30
        | ±0.01 | ACS712
    power ~ active_power | W | 8.0 | 1900.0 | 0 | 5 | 2000 | 3500 | 0 | 0 | 7360 | 7360
        | ±1 | PZEM-004T
    energy ~ energy_consumption | kWh | 0.20 | 14.00 | 0 | 0 | 20 | 40 | 0 | 0 | 99999 | 99999
        | ±0.01 | PZEM-004T
    motion ~ presence ~ occupancy ~ pir | count | 0 | 6 | 0 | 0 | 10 | 20 | 0 | 0 | 99 | 99
        | ±0 | HC-SR501
    noise ~ sound ~ sound_level ~ noise_level | dB | 34.0 | 71.0 | 30 | 35 | 75 | 90 | 30 | 30
        | 130 | 130 | ±1.5 | SPL-100
    soil_moisture ~ moisture | % | 14.0 | 46.0 | 10 | 15 | 40 | 60 | 0 | 0 | 100 | 100
        | ±3 | VH400
    ph ~ water_ph | pH | 6.20 | 8.10 | 5 | 6 | 8 | 9 | 0 | 0 | 14 | 14 | ±0.1 | PH-4502C
    pm25 ~ pm2_5 ~ particulate ~ dust | µg/m³ | 2.0 | 38.0 | 0 | 0 | 25 | 50 | 0 | 0
        | 500 | 500 | ±10 | PMS5003 | *2
    voc ~ tvoc ~ gas | ppb | 40 | 620 | 0 | 0 | 500 | 1000 | 0 | 0 | 60000 | 60000
        | ±15 | SGP30
    vibration ~ acceleration | mm/s | 0.4 | 6.8 | 0 | 0 | 5 | 11 | 0 | 0 | 50 | 50
        | ±0.1 | ADXL345
    flow ~ flow_rate ~ water_flow | L/min | 1.5 | 24.0 | 0 | 1 | 25 | 30 | 0 | 0 | 60 | 60
        | ±0.2 | YF-S201
    water_level ~ level ~ tank_level | cm | 20.0 | 180.0 | 10 | 20 | 190 | 220 | 0 | 0
        | 400 | 400 | ±1 | JSN-SR04T
    wind_speed ~ wind | m/s | 0.4 | 11.0 | 0 | 0 | 15 | 25 | 0 | 0 | 60 | 60 | ±0.5 | WS-80
    rainfall ~ rain ~ precipitation | mm | 0.0 | 6.0 | 0 | 0 | 10 | 30 | 0 | 0
        | 400 | 400 | ±0.2 | RG-11
    rotation ~ speed ~ rpm | rpm | 720 | 2950 | 0 | 200 | 3000 | 3600 | 0 | 0
        | 6000 | 6000 | ±5 | E6B2
    battery ~ battery_level | % | 18 | 99 | 10 | 15 | 100 | 100 | 0 | 0 | 100 | 100 | ±1 | MAX17048
    """,
)

DEVICES = table(
    "device_kind",
    """device_type device_kind device_category thing_type hardware_type asset_type type |
    {device_name device_label friendly_name display_name thing_name} | manufacturer vendor
    device_manufacturer maker brand | device_model model model_number hardware_model |
    protocol connection_type connectivity communication_protocol transport network_type
    connection_protocol""",
    """
    sensor ~ temperature_sensor | {room} climate sensor | Sensoria | SX-200 | Zigbee | *5
    sensor ~ humidity_sensor | {room} humidity sensor | Nordlys | H2 | LoRaWAN | *3
    gateway ~ edge_gateway | {room} gateway | Edgeworks | GW-500 | Ethernet | *2
    thermostat | {room} thermostat | Hearth & Co | T3 | Z-Wave | *2
    camera ~ ip_camera | {room} camera | Clearview Works | C-1080 | Wi-Fi | *2
    smart_meter ~ meter ~ energy_meter | {room} energy meter | Gridline | EM-3P | Modbus | *2
    smart_lock ~ lock ~ door_lock | {room} door lock | Latchfield | L2 | Bluetooth LE
    smart_plug ~ plug | {room} plug | Voltaire Home | P1 | Wi-Fi | *2
    light ~ bulb ~ smart_bulb | {room} light | Voltaire Home | B9 | Zigbee | *2
    motion_sensor ~ motion_detector | {room} motion sensor | Sensoria | PIR-4 | Zigbee
    tracker ~ asset_tracker ~ gps_tracker | Asset tracker {short_number} | Waymark | AT-10 | LTE-M
    actuator ~ valve | {room} valve actuator | Flowgate | VA-25 | LoRaWAN
    beacon | {room} beacon | Nordlys | BC-1 | Bluetooth LE
    controller ~ plc | {room} controller | Edgeworks | PLC-8 | Modbus
    pump | {room} pump | Flowgate | PU-110 | Modbus
    """,
)

STATIONS = derived_table(
    "sensor_station",
    16,
    {
        "station_id sensor_site_id": [f"ST-{number:03d}" for number in range(101, 117)],
        "station_name": """Harbour North|Harbour South|Mill Lane|Old Quarry|River Bend|Hill Farm|
            Airport East|Airport West|City Park|Station Road|Dockside|Forest Edge|Lake View|
            School Street|Ring Road|Chapel Hill""".replace("\n", "").split("|"),
        "elevation_m station_elevation": "4 6 38 112 21 187 52 55 33 29 3 240 96 41 35 128".split(),
    },
)

OWN: dict[str, Spec] = {
    "firmware_version firmware fw_version fw_ver firmware_revision": code(
        "1.[9].[1]", "2.[1].[9]", "v1.1[9].0", "3.0.[1]", "2.4.[19]"
    ),
    "hardware_version hw_version hardware_revision hw_ver board_revision": words(
        "1.0*2|1.1*2|1.2*3|2.0*3|2.1*2|A|B2*2|rev 3"
    ),
    "mqtt_topic": sentences("site/{room_slug}/{sensor_slug}/state"),
    "rssi rssi_dbm signal_strength signal_strength_dbm": number(-112, -67, -34),
    "snr snr_db": number(-9, 9.5, 31, 1),
    "spreading_factor": words("7*5|8*2|9*2|10|11|12"),
    "dev_eui device_eui": code("[XXXXXXXXXXXXXXXX]"),
}

WITHIN: dict[str, Spec] = {
    "location room install_location installation_location placement mount_location": shared(
        "sensor_place",
        """Server room*2|Warehouse A|Warehouse B|Roof|Lobby*2|Meeting room 2|Meeting room 4|
            Cold storage*2|Greenhouse 1|Greenhouse 2|Boiler room|Loading dock|Kitchen|Hallway|
            Basement|Production line 1|Production line 3|Office 2.14|Garage""",
    ),
    "zone area building site site_name": words(
        "Building A*3|Building B*2|North wing|South wing|Plant 1*2|Plant 2|Campus East|Yard"
    ),
    "quality data_quality quality_flag reading_quality status_flag": words(
        "good*14|uncertain*2|bad|suspect"
    ),
    "battery_level battery battery_percent battery_pct battery_percentage": number(4, 78, 100),
    "battery_voltage battery_v": number(3.05, 3.72, 4.18, 2),
    "battery_mv": number(2400, 2980, 3600),
    "power_source power_supply": words("battery*5|mains*3|poe*2|solar"),
    "uptime uptime_seconds uptime_s": number(40, 412000, 21000000),
    "free_heap free_memory heap_free free_heap_bytes": number(38000, 164000, 298000),
    "error_count errors failure_count": words("0*14|1*3|2*2|3|5|9"),
    "co2_ppm co2": number(405, 640, 2100),
    "light_lux lux illuminance light": number(0, 310, 9600),
    "noise_db sound_level noise": number(28, 46, 88, 1),
    "tvoc_ppb tvoc": number(10, 140, 1100),
    "pm25 pm2_5": number(1, 9, 74, 1),
    "pm10": number(2, 17, 120, 1),
    "topic": sentences("site/{room_slug}/{sensor_slug}/state"),
    "gateway_id gateway gateway_eui": words("gw-01*3|gw-02*2|gw-03|gw-04"),
    "hub_id": words("hub-01*3|hub-02*2|hub-03"),
    "name": sentences("{room} {device_word}"),
    "thermostat_name": sentences("{room} thermostat"),
    "camera_name": sentences("{room} camera"),
    "meter_name": sentences("{room} meter"),
    "gateway_name": sentences("{room} gateway"),
    "lock_name": sentences("{room} lock"),
    "light_name bulb_name lamp_name": sentences("{room} light"),
    "plug_name switch_name": sentences("{room} plug"),
    "beacon_name tracker_name": sentences("{room} beacon"),
    "device_word": words("sensor*4|meter|controller|gateway|monitor"),
    "hdop pdop dop": number(0.6, 1.1, 5.4, 1),
    "frequency frequency_hz grid_frequency mains_frequency": number(49.86, 50.0, 50.13, 2),
    "tariff tariff_name rate_plan": words("standard*4|peak*2|off-peak*3|night"),
    "sensor_name": sentences("{room} {sensor_word}"),
    "command command_name command_type action": words(
        "reboot*2|set_interval*3|update_firmware*2|set_threshold|turn_on*3|turn_off*3|calibrate|ping"
    ),
    "command_status": words("acknowledged*6|sent*2|failed|timed out"),
    "event_type event_name device_event event event_kind": words(
        """reading_received*5|threshold_exceeded*3|device_online*3|device_offline*3|low_battery*2|
        firmware_updated*2|rebooted*2|tamper_detected|calibrated|configuration_changed"""
    ),
    "severity alert_severity alarm_severity": words("info*6|warning*4|critical"),
    "alert_type alarm_type alert": words(
        """threshold exceeded*4|device offline*3|low battery*3|tamper detected|
        sensor fault*2|signal weak"""
    ),
    "alert_message message alarm_message": sentences(
        """{sensor_word} in {room} is above its limit|No reading from {room} for 30 minutes|
        Battery of the sensor in {room} is low|{sensor_word} in {room} returned to normal|
        Weak signal from {room}"""
    ),
    "mode operating_mode device_mode": words("auto*6|manual*2|eco*2|standby|maintenance"),
    "power_state switch_state": words("on*3|off*2"),
    "sampling_interval sampling_interval_s interval_seconds reporting_interval": words(
        "10|30*2|60*5|300*4|600*2|900|3600"
    ),
    "sampling_rate_hz": words("1|10*2|50|100*3|1000"),
    "qos qos_level": words("0*4|1*5|2"),
    "network ssid wifi_ssid": words("plant-iot*3|office-iot*2|warehouse-iot|guest-iot"),
    "calibration_status": words("calibrated*6|due*2|overdue"),
    "ota_status update_status": words("up to date*6|pending*2|installing|failed"),
    "payload_size payload_bytes": number(12, 84, 240),
    "sensor_word": words("Temperature|Humidity|Pressure|CO2 level|Power draw|Noise level"),
    "sensor_slug": words("temperature|humidity|pressure|co2|power|noise"),
    "room_slug": words("server-room|warehouse-a|roof|lobby|cold-storage|greenhouse-1|office"),
    "short_number": code("[19]", "[199]"),
}

DOMAIN = domain(
    "iot",
    merge(
        OWN,
        own_names(
            merge(WITHIN, DEVICES, SENSORS),
            "sensor_type sensor_model battery_voltage sampling_rate_hz",
        ),
    ),
    merge(WITHIN, DEVICES, SENSORS, STATIONS),
)
