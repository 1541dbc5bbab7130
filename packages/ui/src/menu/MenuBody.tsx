import { Menu, Popover } from '@mantine/core';
import { Check } from 'lucide-react';
import { cloneElement, forwardRef, useEffect, useState, type ComponentPropsWithoutRef } from 'react';
import type { ActionMenuProps, MenuEntry, MenuItem } from './ActionMenu';
import classes from './menu.module.css';

export default function MenuBody({ target, targetId, entries, content, position = 'bottom-start', width, onClose }: ActionMenuProps & { targetId: string }) {
    const [opened, setOpened] = useState(false);
    // Mounted by the first click, on a button drawn anew: it takes the focus, so that closing the menu can give it back.
    useEffect(() => {
        const frame = requestAnimationFrame(() => {
            document.getElementById(targetId)?.focus();
            setOpened(true);
        });
        return () => cancelAnimationFrame(frame);
    }, [targetId]);
    const change = (open: boolean) => {
        setOpened(open);
        if (!open) {
            onClose?.();
        }
    };
    if (content !== undefined) {
        // A form is no list of choices: it stands in a dialog of its own, so that it is not read as one.
        return (
            <Popover opened={opened} onChange={change} position={position} {...(width === undefined ? {} : { width })} trapFocus returnFocus>
                <Popover.Target>{cloneElement(target, { onClick: () => change(!opened) })}</Popover.Target>
                <Popover.Dropdown className={`mz-raised ${classes.dropdown ?? ''}`}>{content(() => change(false))}</Popover.Dropdown>
            </Popover>
        );
    }
    return (
        <Menu opened={opened} onChange={change} position={position} {...(width === undefined ? {} : { width })} returnFocus>
            <Menu.Target>{target}</Menu.Target>
            <Menu.Dropdown className={classes.dropdown}>{entries.map((entry, index) => (
                    <Entry key={keyOf(entry, index)} entry={entry} />
                ))}</Menu.Dropdown>
        </Menu>
    );
}

function keyOf(entry: MenuEntry, index: number): string {
    return entry === 'divider' || 'heading' in entry ? `${String(index)}` : entry.label;
}

function Entry({ entry }: { entry: MenuEntry }) {
    if (entry === 'divider') {
        return <Menu.Divider />;
    }
    return 'heading' in entry ? <Menu.Label>{entry.heading}</Menu.Label> : <Item item={entry} />;
}

// Mantine names every item "menuitem"; choices say that they are choices.
const RadioItem = forwardRef<HTMLButtonElement, ComponentPropsWithoutRef<'button'>>(function RadioItem(props, ref) {
    return <button {...props} ref={ref} type="button" role="menuitemradio" />;
});

const CheckboxItem = forwardRef<HTMLButtonElement, ComponentPropsWithoutRef<'button'>>(function CheckboxItem(props, ref) {
    return <button {...props} ref={ref} type="button" role="menuitemcheckbox" />;
});

function Item({ item }: { item: MenuItem }) {
    const choice = item.checked === undefined ? {} : { component: item.several === true ? CheckboxItem : RadioItem, 'aria-checked': item.checked };
    return (
        <Menu.Item
            {...choice}
            lang={item.lang}
            leftSection={item.icon === undefined ? item.mark : <item.icon size={14} aria-hidden />}
            rightSection={item.checked === true ? <Check size={14} aria-hidden /> : null}
            closeMenuOnClick={item.stays !== true}
            onClick={item.run}
        >
            {item.label}
            {item.hint !== undefined && <span className={classes.hint}>{item.hint}</span>}
        </Menu.Item>
    );
}
