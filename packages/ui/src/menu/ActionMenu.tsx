import type { LucideIcon } from 'lucide-react';
import { cloneElement, lazy, Suspense, useId, useState, type ReactElement, type ReactNode } from 'react';

export interface MenuItem {
    label: string;
    run: () => void;
    icon?: LucideIcon;
    /** Instead of an icon: a shape that means something. */
    mark?: ReactNode;
    /** For choices: whether it is the one, or one of those, in force. */
    checked?: boolean;
    several?: boolean;
    /** A second line, in small. */
    hint?: string;
    lang?: string;
    /** Choosing it leaves the menu open. */
    stays?: boolean;
}

export type MenuEntry = MenuItem | { heading: string } | 'divider';

export interface ActionMenuProps {
    /** The button that opens it. */
    target: ReactElement;
    entries: readonly MenuEntry[];
    /** Something other than a list of choices, a field for example; told how to close the menu. */
    content?: ((close: () => void) => ReactNode) | undefined;
    position?: 'bottom-start' | 'bottom-end' | 'top' | 'top-start';
    width?: number;
    onClose?: () => void;
}

const load = () => import('./MenuBody');
const MenuBody = lazy(load);

/** A menu behind a button. What draws menus is loaded when the pointer or the focus comes near: a page is there before it. */
export function ActionMenu({ target, ...menu }: ActionMenuProps) {
    const id = useId();
    const [asked, setAsked] = useState(false);
    const near = () => void load();
    const plain = cloneElement(target, { id, 'aria-haspopup': 'menu', 'aria-expanded': false, onPointerEnter: near, onFocus: near, onClick: () => setAsked(true) });
    return asked ? (
        <Suspense fallback={plain}>
            <MenuBody target={cloneElement(target, { id })} targetId={id} {...menu} />
        </Suspense>
    ) : (
        plain
    );
}
