import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import manifest from '../custom-elements.json';

setCustomElementsManifest(manifest);

const preview: Preview = {
  tags: ['autodocs'],
  parameters: {
    layout: 'fullscreen',
    controls: { expanded: true, sort: 'requiredFirst' },
    options: { storySort: { order: ['Vigie', ['Welcome', 'How a figure is made', 'Tokens'], 'Widgets'] } },
    a11y: { test: 'error' },
  },
};

export default preview;
