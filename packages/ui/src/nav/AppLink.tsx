import { useRouter } from '@tanstack/react-router';
import { forwardRef, type AnchorHTMLAttributes, type MouseEvent } from 'react';

export type AppLinkProps = AnchorHTMLAttributes<HTMLAnchorElement> & { href: string };

/** A link of this console: an ordinary anchor, so that a middle click opens a tab, that otherwise moves without loading the page again. */
export const AppLink = forwardRef<HTMLAnchorElement, AppLinkProps>(function AppLink({ href, onClick, ...rest }, ref) {
    const router = useRouter();
    const follow = (event: MouseEvent<HTMLAnchorElement>) => {
        onClick?.(event);
        const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
        if (plain && !event.defaultPrevented && rest.target === undefined) {
            event.preventDefault();
            router.history.push(href);
        }
    };
    return <a ref={ref} href={href} onClick={follow} {...rest} />;
});
