import type { cmdbNamesEn } from '../en/cmdbNames';

/** What the CMDB calls its fixed words, in Polish. */
export const cmdbNamesPl: typeof cmdbNamesEn = {
    status: { planned: 'Planowany', ordered: 'Zamówiony', in_stock: 'W magazynie', in_use: 'W użyciu', maintenance: 'W serwisie', retired: 'Wycofany', disposed: 'Zutylizowany' },
    source: { manual: 'Ręcznie', appliance: 'Urządzenie brzegowe', discovery: 'Wykrywanie w sieci', import: 'Import', api: 'API' },
    type: { text: 'Tekst', number: 'Liczba', boolean: 'Tak lub nie', date: 'Data', enumeration: 'Wybór', reference: 'Odniesienie', list: 'Lista', ip: 'Adres IP', mac: 'Adres MAC', url: 'URL' },
    impact: { none: 'Brak', from_on_to: 'Awaria drugiego szkodzi pierwszemu', to_on_from: 'Awaria pierwszego szkodzi drugiemu', both: 'Awaria każdego szkodzi drugiemu' },
    cardinality: { 'one-to-one': 'Jeden do jednego', 'one-to-many': 'Jeden do wielu', 'many-to-one': 'Wiele do jednego', 'many-to-many': 'Wiele do wielu' },
    choice: {
        low: 'Niska', medium: 'Średnia', high: 'Wysoka', critical: 'Krytyczna',
        production: 'Produkcja', staging: 'Przedprodukcja', test: 'Testy', development: 'Rozwój', 'disaster-recovery': 'Odtwarzanie po awarii',
        desktop: 'Stacjonarny', notebook: 'Laptop', tablet: 'Tablet', 'thin-client': 'Cienki klient', 'all-in-one': 'All-in-one',
        laser: 'Laserowa', inkjet: 'Atramentowa', thermal: 'Termiczna', 'dot-matrix': 'Igłowa',
        nas: 'NAS', san: 'SAN', das: 'Bezpośrednio podłączona', tape: 'Taśmowa', object: 'Obiektowa',
        postgresql: 'PostgreSQL', mysql: 'MySQL', mariadb: 'MariaDB', 'sql-server': 'SQL Server', oracle: 'Oracle', db2: 'Db2', mongodb: 'MongoDB', redis: 'Redis', sqlite: 'SQLite',
        dpkg: 'Debian (dpkg)', rpm: 'RPM', apk: 'Alpine (apk)', msi: 'Windows (MSI)', snap: 'Snap', flatpak: 'Flatpak', pip: 'Python (pip)', npm: 'npm',
        gold: 'Złoty', silver: 'Srebrny', bronze: 'Brązowy',
        kubernetes: 'Kubernetes', 'docker-swarm': 'Docker Swarm', vmware: 'VMware', proxmox: 'Proxmox', 'hyper-v': 'Hyper-V', database: 'Baza danych', failover: 'Awaryjny',
        containerd: 'containerd', docker: 'Docker', podman: 'Podman', 'cri-o': 'CRI-O', lxc: 'LXC',
        country: 'Kraj', city: 'Miejscowość', site: 'Oddział', building: 'Budynek', floor: 'Piętro', room: 'Pomieszczenie', rack: 'Szafa', vehicle: 'Pojazd',
        maintenance: 'Serwis', support: 'Wsparcie', lease: 'Leasing', warranty: 'Gwarancja', subscription: 'Subskrypcja', licence: 'Licencja', insurance: 'Ubezpieczenie',
        once: 'Jednorazowo', month: 'Miesięcznie', quarter: 'Kwartalnie', year: 'Rocznie',
        user: 'Użytkownik', device: 'Urządzenie', core: 'Rdzeń', instance: 'Instancja', other: 'Inne',
    },
};
