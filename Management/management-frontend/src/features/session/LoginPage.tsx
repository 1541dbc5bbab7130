import { LoginScreen } from '@monozu/ui/entry';
import { useTranslation } from 'react-i18next';
import { session } from '../../app/api';
import { product } from '../../app/config';
import { switchLanguage } from '../../app/i18n';

export function LoginPage() {
    const { i18n } = useTranslation();
    return <LoginScreen product={product} session={session} onLanguage={(language) => void switchLanguage(i18n, language)} />;
}
