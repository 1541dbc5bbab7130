import type { CloudSchemas } from '@monozu/api-client/cloud';

// The product's words for the server's schemas: whoever renames one there changes one line here.
export type Me = CloudSchemas['Me'];
export type User = CloudSchemas['User'];
export type OpenSession = CloudSchemas['OpenSession'];
export type Role = User['role'];
export type RoleView = CloudSchemas['RoleView'];
export type PermissionInfo = CloudSchemas['PermissionInfo'];
export type ServiceAccount = CloudSchemas['ServiceAccount'];
export type ApiKey = CloudSchemas['ApiKey'];
export type Incident = CloudSchemas['Incident'];
export type TimelineEntry = CloudSchemas['TimelineEntry'];
export type Alert = CloudSchemas['Alert'];
export type AlertWebhook = CloudSchemas['AlertWebhook'];
export type Device = CloudSchemas['Device'];
export type TelemetryPoint = CloudSchemas['TelemetryPoint'];
export type DeviceCommand = CloudSchemas['Command'];
export type ProvisioningKey = CloudSchemas['ProvisioningKey'];
export type AuditEntry = CloudSchemas['AuditEntry'];
export type AuditRetention = CloudSchemas['AuditRetention'];
export type Directory = CloudSchemas['ScimOverview'];
export type DirectoryGroup = CloudSchemas['ScimGroupView'];
export type DirectoryUser = CloudSchemas['DirectoryUser'];
export type Letter = CloudSchemas['LetterSummary'];
