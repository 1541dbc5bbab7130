import type { ManagementSchemas } from '@monozu/api-client/management';

// The platform's own shapes: every service that has second factors answers with them.
export type Assertion = ManagementSchemas['Assertion'];
export type PasskeyOffer = ManagementSchemas['PasskeyOffer'];
export type NewPasskey = Omit<ManagementSchemas['NewPasskey'], 'name'>;
export type FactorOffer = ManagementSchemas['FactorOffer'];
export type NewFactor = ManagementSchemas['NewFactor'];
export type Passkey = ManagementSchemas['Passkey'];
export type MyFactors = ManagementSchemas['MyFactors'];
export type Method = ManagementSchemas['Method'];
export type StepUpOffer = ManagementSchemas['StepUpOffer'];
export type RecoveryCodeList = ManagementSchemas['RecoveryCodes'];
