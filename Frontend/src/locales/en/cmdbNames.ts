/** What the CMDB calls its fixed words, in English: states, kinds, types and the choices of built-in attributes. */
export const cmdbNamesEn = {
    status: { planned: 'Planned', ordered: 'Ordered', in_stock: 'In stock', in_use: 'In use', maintenance: 'Under maintenance', retired: 'Retired', disposed: 'Disposed of' },
    source: { manual: 'By hand', appliance: 'Appliance', discovery: 'Network discovery', import: 'Import', api: 'API' },
    type: { text: 'Text', number: 'Number', boolean: 'Yes or no', date: 'Date', enumeration: 'Choice', reference: 'Reference', list: 'List', ip: 'IP address', mac: 'MAC address', url: 'URL' },
    impact: { none: 'None', from_on_to: 'The first suffers when the second fails', to_on_from: 'The second suffers when the first fails', both: 'Each suffers when the other fails' },
    cardinality: { 'one-to-one': 'One to one', 'one-to-many': 'One to many', 'many-to-one': 'Many to one', 'many-to-many': 'Many to many' },
    choice: {
        low: 'Low', medium: 'Medium', high: 'High', critical: 'Critical',
        production: 'Production', staging: 'Staging', test: 'Test', development: 'Development', 'disaster-recovery': 'Disaster recovery',
        desktop: 'Desktop', notebook: 'Notebook', tablet: 'Tablet', 'thin-client': 'Thin client', 'all-in-one': 'All-in-one',
        laser: 'Laser', inkjet: 'Inkjet', thermal: 'Thermal', 'dot-matrix': 'Dot matrix',
        nas: 'NAS', san: 'SAN', das: 'Directly attached', tape: 'Tape', object: 'Object storage',
        postgresql: 'PostgreSQL', mysql: 'MySQL', mariadb: 'MariaDB', 'sql-server': 'SQL Server', oracle: 'Oracle', db2: 'Db2', mongodb: 'MongoDB', redis: 'Redis', sqlite: 'SQLite',
        dpkg: 'Debian (dpkg)', rpm: 'RPM', apk: 'Alpine (apk)', msi: 'Windows (MSI)', snap: 'Snap', flatpak: 'Flatpak', pip: 'Python (pip)', npm: 'npm',
        gold: 'Gold', silver: 'Silver', bronze: 'Bronze',
        kubernetes: 'Kubernetes', 'docker-swarm': 'Docker Swarm', vmware: 'VMware', proxmox: 'Proxmox', 'hyper-v': 'Hyper-V', database: 'Database', failover: 'Failover',
        containerd: 'containerd', docker: 'Docker', podman: 'Podman', 'cri-o': 'CRI-O', lxc: 'LXC',
        country: 'Country', city: 'City', site: 'Site', building: 'Building', floor: 'Floor', room: 'Room', rack: 'Rack', vehicle: 'Vehicle',
        maintenance: 'Maintenance', support: 'Support', lease: 'Lease', warranty: 'Warranty', subscription: 'Subscription', licence: 'Licence', insurance: 'Insurance',
        once: 'Once', month: 'Monthly', quarter: 'Quarterly', year: 'Yearly',
        user: 'User', device: 'Device', core: 'Core', instance: 'Instance', other: 'Other',
    },
};
