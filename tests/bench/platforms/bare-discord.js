// The floor on Discord: discord.js as its guide starts one off, answering with what it was told.

import { Client, MessageFlags } from 'discord.js';

const [apiUrl = '', token = ''] = process.argv.slice(2);
const client = new Client({ intents: [], rest: { api: apiUrl } });

client.on('interactionCreate', async (interaction) => {
  if (interaction.isChatInputCommand()) {
    const said = interaction.options.getString('question') ?? interaction.commandName;
    await interaction.reply({ content: `You said: ${said}`, flags: MessageFlags.Ephemeral });
  }
  if (interaction.isButton())
    await interaction.update({ content: `You pressed: ${interaction.customId}` });
});

await client.login(token);
