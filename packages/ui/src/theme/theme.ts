import { createTheme, type MantineColorsTuple } from '@mantine/core';

// One accent. Shade 8 carries white text at 6.2:1 in both themes.
const brand: MantineColorsTuple = ['#eef1fd', '#dbe1fa', '#b7c3f4', '#92a5ee', '#7189e8', '#5a75e3', '#4a66dc', '#3d57c9', '#3450bd', '#2a429e'];

// From text (0) to the darkest ground (9); the middle ones are borders and muted text of the dark theme.
const dark: MantineColorsTuple = ['#e4e7eb', '#bcc4cd', '#a0a9b4', '#78828e', '#39414b', '#2a3038', '#1f242a', '#16191e', '#111418', '#0c0e11'];

const gray: MantineColorsTuple = ['#f7f8fa', '#f0f2f5', '#e4e7ec', '#d5dae0', '#bcc3cc', '#929ba7', '#68727e', '#4d5661', '#343b44', '#1e2329'];

export const theme = createTheme({
    colors: { brand, dark, gray },
    primaryColor: 'brand',
    primaryShade: { light: 8, dark: 8 },
    autoContrast: true,
    black: '#1b1f25',
    defaultRadius: 'sm',
    cursorType: 'pointer',
    fontFamily: '"Inter Variable", -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif',
    fontFamilyMonospace: 'ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace',
    fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
    headings: { fontWeight: '600', sizes: { h1: { fontSize: '1.125rem', lineHeight: '1.4' }, h2: { fontSize: '0.9375rem', lineHeight: '1.4' }, h3: { fontSize: '0.8125rem', lineHeight: '1.4' } } },
    components: {
        Button: { defaultProps: { size: 'xs' } },
        TextInput: { defaultProps: { size: 'xs' } },
        PasswordInput: { defaultProps: { size: 'xs' } },
        NumberInput: { defaultProps: { size: 'xs' } },
        NativeSelect: { defaultProps: { size: 'xs' } },
        Textarea: { defaultProps: { size: 'xs' } },
        Checkbox: { defaultProps: { size: 'xs' } },
        Menu: { classNames: { dropdown: 'mz-raised' }, defaultProps: { shadow: 'md', width: 220, transitionProps: { duration: 80 } } },
        Popover: { defaultProps: { shadow: 'md', transitionProps: { duration: 80 } } },
        // The scroll lock writes a style element, which the content security policy forbids; the shell scrolls inside itself anyway.
        Modal: { classNames: { content: 'mz-raised', header: 'mz-plain', title: 'mz-strong' }, defaultProps: { radius: 'md', lockScroll: false, transitionProps: { duration: 100 }, centered: false, yOffset: '10dvh' } },
        ModalRoot: { classNames: { content: 'mz-raised' }, defaultProps: { radius: 'md', lockScroll: false, transitionProps: { duration: 100 }, yOffset: '10dvh' } },
        Drawer: { defaultProps: { lockScroll: false, transitionProps: { duration: 120 } } },
    },
});
